import { z } from 'zod';
import { sources, text } from './parts.ts';

/** A half-year of the Council: id `2022-2` is the second half of 2022. */
export const presidencyItem = z.strictObject({
  id: z.string().regex(/^(19|20)\d{2}-[12]$/),
  state: z.string().regex(/^[A-Z]{2}$/),
  note: text.optional(),
  source: sources,
});
export type PresidencyItem = z.infer<typeof presidencyItem>;
