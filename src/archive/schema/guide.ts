import { z } from 'zod';
import { text } from './parts.ts';

/** A step of the newcomers' path, authored in MDX. */
export const guide = z.strictObject({
  title: text,
  order: z.int().positive(),
  minutes: z.int().positive(),
  outcome: text.describe('What the reader can do afterwards'),
  edition: z.enum(['public', 'delegates']).describe('The widest edition it may appear in: public = both'),
});
export type GuideRecord = z.infer<typeof guide>;
