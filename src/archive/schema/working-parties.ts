import { z } from 'zod';
import { apparatus, called, date, fact, relation, sources, text } from './parts.ts';

/** A working party of the Council under all the names it has borne. */
export const workingParties = z.strictObject({
  names: z
    .array(z.strictObject({ name: text, abbreviation: text.optional(), period: date.optional(), source: sources }))
    .min(1),
  parent: relation('working-parties').optional(),
  predecessor: relation('working-parties').optional(),
  chair: z.array(fact(text)).optional(),
  ...called,
  ...apparatus,
});
export type WorkingPartyRecord = z.infer<typeof workingParties>;
