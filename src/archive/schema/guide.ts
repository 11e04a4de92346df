import { z } from 'zod';
import { shown, text } from './parts.ts';

/** A step of the newcomers' path, authored in MDX. */
export const guide = z.strictObject({
  title: shown('header', text),
  order: shown('header', z.int().positive()),
  minutes: shown('header', z.int().positive()),
  outcome: shown('header', text.describe('What the reader can do afterwards')),
  edition: shown(
    'header',
    z.enum(['public', 'delegates']).describe('The widest edition it may appear in: public = both'),
  ),
});
export type GuideRecord = z.infer<typeof guide>;
