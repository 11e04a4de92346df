import { z } from 'zod';
import { apparatus, date, note, relation, shown, sources, text, title } from './parts.ts';

/** A recommendation made by one or more actions, numbered as in its source. */
export const recommendations = z.strictObject({
  number: shown('header', z.int().positive()),
  title,
  from: z.array(relation('actions')).min(1).optional().describe('The actions it comes from, each of them'),
  fromEither: z
    .array(relation('actions'))
    .min(1)
    .optional()
    .describe('Actions one or more of which it comes from, where the source does not say which'),
  states: z.array(z.strictObject({ date, state: text, note: text.optional(), source: sources })).optional(),
  ...apparatus,
  notes: z.array(note).optional(),
});
export type RecommendationRecord = z.infer<typeof recommendations>;
