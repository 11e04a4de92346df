import { z } from 'zod';
import { date, shown, text } from './parts.ts';

/** A press release or web page that facts rest on: open to everybody, and found by its address. */
export const sourceItem = z.strictObject({
  id: shown('header', z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  kind: shown('header', z.enum(['press', 'web'])),
  publisher: shown('header', text.describe('Who published it')),
  title: shown('header', text),
  date: shown('header', date.optional().describe('Of publication; left out where the page bears none')),
  address: shown(
    'header',
    z
      .string()
      .regex(/^https?:\/\/[^\s/]+\/\S*$/, 'an address begins with https://')
      .describe('Where it can be read'),
  ),
});
export type SourceItem = z.infer<typeof sourceItem>;
