import { z } from 'zod';
import { apparatus, date, note, relation, shown, sources, text } from './parts.ts';

/** A recommendation made by one or more actions, numbered as in its source. */
export const recommendations = z.strictObject({
  number: shown('header', z.int().positive()),
  title: z.strictObject({ value: text, source: sources }),
  from: z.array(relation('actions')).min(1).describe('The actions it comes from'),
  states: z.array(z.strictObject({ date, state: text, note: text.optional(), source: sources })).optional(),
  ...apparatus,
  notes: z.array(note).optional(),
});
export type RecommendationRecord = z.infer<typeof recommendations>;
