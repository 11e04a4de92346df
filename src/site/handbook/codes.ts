import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCodes } from '../../archive/problem.ts';
import { rules, warnings } from '../../check/rules/index.ts';

/** A broken example: the file at fault and what the check says of it. */
export interface BrokenExample {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly said: string;
}

/** What a code of the check means. */
export interface CodePage {
  readonly code: string;
  /** What holds where the code does not appear. */
  readonly contract: string;
  readonly examples: readonly BrokenExample[];
}

/** What the partition of the content into editions refuses; told in the same form as problems of the check. */
const editionCodes: Readonly<Record<string, string>> = {
  'PAGE-LINK': 'A page of the guide links to pages that its edition has.',
  PICTURE:
    'A picture is of a kind that is made anew before it is published, and is used where its edition may show it.',
  REDIRECT: 'Every address that is moved leads from one that was published to a page that is there.',
  STATIC: 'Every file of public/ is named in public/editions.yaml with the edition it belongs to.',
};

/** More examples than these tell nothing new. */
const MOST_EXAMPLES = 3;

/** Every code that the check prints, with what holds if it does not appear. */
export const CODES: readonly (readonly [code: string, contract: string])[] = [
  ...Object.entries(readCodes),
  ...[...rules, ...warnings].map(({ code, contract }) => [code, contract] as const),
  ...Object.entries(editionCodes),
].sort(([a], [b]) => (a < b ? -1 : 1));

/** Every code with its meaning and broken examples, those that the tests of the check run. */
export function codePages(project: string): CodePage[] {
  const examples = join(project, 'tests/fixtures/check');
  return CODES.map(([code, contract]) => ({ code, contract, examples: examplesOf(join(examples, code)) }));
}

function examplesOf(folder: string): BrokenExample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const said = readFileSync(join(folder, name, 'expected.txt'), 'utf8').split('\n')[0] ?? '';
      const file = said.split(':')[0] ?? '';
      const path = join(folder, name, file);
      // Some files are broken in ways that cannot be shown as text.
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
      const text = readFileSync(path, 'utf8');
      return /\p{Cc}|\ufffd/u.test(text.replace(/[\n\r\t]/g, ''))
        ? []
        : [{ name: name.replaceAll('-', ' '), file, text, said }];
    })
    .slice(0, MOST_EXAMPLES);
}
