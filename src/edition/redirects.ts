import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../archive/problem.ts';
import { ADDRESSES, locate } from '../archive/read.ts';
import { findingsOf } from '../archive/schema-problem.ts';
import { readSource, readYaml, SourceFileError } from '../archive/source-file.ts';

export const REDIRECTS = `${ADDRESSES}/redirects.yaml`;

const address = z
  .string()
  .regex(/^\/([a-z0-9().-]+\/)*$/, 'an address begins and ends with a slash: /documents/st-14001-2019-init/');

/** What became of an address that was published once. */
const redirect = z
  .strictObject({
    from: address,
    to: address.optional().describe('Where the page is now'),
    gone: z.string().trim().min(1).optional().describe('Why there is no such page any more, in a sentence'),
    edition: z
      .enum(['public', 'delegates'])
      .default('delegates')
      .describe('The widest edition that may be told why it is gone: public = both'),
  })
  .refine(({ to, gone }) => (to === undefined) !== (gone === undefined), {
    error: 'say either where it went (to) or why it is gone (gone)',
  });
const redirects = z.array(redirect);

export type Redirect = z.infer<typeof redirect> & {
  /** Place in the file, for messages. */
  readonly problem: (message: string, fix: string) => Problem;
};

/** The redirects of a content folder; a faulty file gives problems and no redirects. */
export async function readRedirects(content: string): Promise<{ redirects: Redirect[]; problems: Problem[] }> {
  if (!existsSync(join(content, REDIRECTS))) return { redirects: [], problems: [] };
  try {
    const source = await readSource(content, REDIRECTS);
    const value = readYaml(source) ?? [];
    const result = redirects.safeParse(value, { reportInput: true });
    if (!result.success) {
      return { redirects: [], problems: locate(REDIRECTS, source, findingsOf(redirects, result.error.issues)) };
    }
    const withPlaces = result.data.map((entry, index) => ({
      ...entry,
      problem: (message: string, fix: string) =>
        locate(REDIRECTS, source, [{ code: 'REDIRECT', path: [index], message, fix }])[0] as Problem,
    }));
    return { redirects: withPlaces, problems: [] };
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    const { place, code, message, fix } = error;
    return { redirects: [], problems: [{ file: REDIRECTS, ...place, code, message, fix }] };
  }
}
