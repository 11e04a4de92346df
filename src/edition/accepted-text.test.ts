import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { htmlToHast } from 'satteri';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ContentFiles } from '../archive/content-files.ts';
import type { Problem } from '../archive/problem.ts';
import { checkContent } from '../check/check.ts';
import { placesIn, renderNote, renderText } from '../markdown/render.ts';
import { shownMarkdown } from '../markdown/shown-markdown.ts';
import { publicBody } from './body.ts';

/*
 * What the check accepts, the build publishes: a text is refused with its place, or it becomes pages in both editions.
 */

const links = { resolve: () => null, terms: new Map([['CCWP', '/glossary/#term-ccwp']]) };
const FILE = 'documents/st-1001-2020-init.md';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'enfocustom-accepted-'));
  mkdirSync(join(root, 'documents'));
  mkdirSync(join(root, 'topics'));
});
afterAll(() => rmSync(root, { recursive: true }));

async function problemsOf(body: string, note: string, status = 'public'): Promise<readonly Problem[]> {
  writeFileSync(join(root, FILE), `---\nnumber: 1001/20\ntitle: Seals\naccess: { status: ${status} }\n---\n${body}`);
  writeFileSync(
    join(root, 'topics/seals.yaml'),
    stringify({ name: 'Seals', notes: [{ text: note, source: 'register:ST-1001-2020-INIT' }] }, { lineWidth: 0 }),
  );
  return checkContent(root);
}

const bodyOfFile = () => new ContentFiles(root).body(FILE);

const wordsOn = (html: string) => textOf(htmlToHast(html, { fragment: true }) as Root);

/** Renders what was read in both editions; throws where the build would. */
function publish(body: string) {
  const forPublic = publicBody(body);
  expect(publicBody(forPublic)).toBe(forPublic);
  const pages = [body, forPublic].map((text) => renderText(text, { prefix: 's-', ...links }));
  const locators = pages.map(({ anchors }) => anchors.map(({ kind, locator }) => `${kind} ${locator}`));
  expect(locators[1]).toEqual(locators[0]);
  expect(shownMarkdown(shownMarkdown(body))).toBe(shownMarkdown(body));
  return wordsOn(pages[1]?.html ?? '');
}

/** Words as imported files and letters have them: glued, with signs, with addresses. */
const ORDINARY = [
  'See https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32013R0952#art-4 there.',
  'Write to a@b.eu;c@d.eu or mailto:desk@example.eu?subject=Seals%20and%20oars please.',
  'France,Germany,Netherlands and 2015,2016,2017 and seizure;detention follow.',
  '(EU)2016/1011 and Reg.(EC)No 515/97 and Art.4(1)(a)first and 12(3)(b)(ii),(iii)&(iv) apply.',
  'customs(-related)activities and [bracketed]word and {braces}here are met.',
  '“Quoted”,“words” and naïve,façade,cliché and R&D&I and 1/2/3(a) and 10.000,50 are too.',
  'It lies in C:\\Temp\\file(1).txt and in \\\\server\\share there.',
  'A tag <b class=x> and a < b > c and 3<4 stay.',
  'At 7:30, in 11.8:note, :x[y]{z=1} and ::leaf stay.',
  'Ελληνικά, български, עברית, العربية, 中文, ไทย, 🇪🇺 and ﬁ stay.',
  '50 % of 3 * 4 * 5 and snake_case_words and ~tilde~ and ^caret^ and $5 stay.',
];

describe('ordinary words', () => {
  it.each(ORDINARY)('%s', async (words) => {
    expect(await problemsOf(`\n${words}\n`, words)).toEqual([]);
    const seen = publish(bodyOfFile());
    // Markdown takes its own signs away; the words stay.
    for (const word of words.match(/[\p{L}\p{N}]+/gu) ?? []) expect(seen).toContain(word);
    for (const word of words.match(/[\p{L}\p{N}]+/gu) ?? []) expect(wordsOn(renderNote(words, links))).toContain(word);
  });
});

const piece = fc.oneof(
  fc.constantFrom(...ORDINARY.flatMap((words) => words.split(' '))),
  fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      ' ',
      '    ',
      '\t',
      '# ',
      '## 2. ',
      '1. ',
      '7) ',
      '- ',
      '(a) ',
      '> ',
      '| ',
      '|\n| - |\n',
      '```',
      '~~~',
      '---\n',
    ],
    ...[
      '\n:::withheld\n',
      '\n:::withheld{pages="2" decided="2020-01-02"}\n',
      '\n:::\n',
      ':::',
      '::::',
      ':page[3]',
      '::page[4]\n',
    ],
    ...[
      '<!-- ',
      ' -->',
      '[',
      ']',
      '](',
      '[^1]',
      '\n[^1]: ',
      '\n[a]: /b "c"\n',
      '![x](/files/a.png)',
      '{#id}',
      '{',
      '}',
      '\\',
      '`',
      '*',
      '&amp;',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\0')),
);
const arbitraryText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

describe('arbitrary text', () => {
  it('is refused by the check, with its place, or published in both editions', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryText,
        arbitraryText,
        fc.constantFrom('public', 'partial', 'declassified', 'limite'),
        async (body, note, status) => {
          const problems = await problemsOf(body, note.trim() || 'Words.', status);
          for (const { file, line, message, fix } of problems) {
            expect([FILE, 'topics/seals.yaml']).toContain(file);
            expect([line > 0, message !== '', fix !== '']).toEqual([true, true, true]);
          }
          const isRefused = (file: string) => problems.some((problem) => problem.file === file);
          if (!isRefused(FILE)) publish(bodyOfFile());
          if (!isRefused('topics/seals.yaml')) renderNote(note, links);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('of a withheld portion goes no further, whatever is around it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryText, arbitraryText, arbitraryText, async (before, inside, after) => {
        const body = `${before}\n\n:::withheld\nzqwithheld ${inside.replaceAll(':::', '')} zqwithheld\n:::\n\n${after}`;
        if ((await problemsOf(body, 'Words.', 'partial')).length > 0) return;
        expect(publish(bodyOfFile())).not.toContain('zqwithheld');
        expect(publicBody(bodyOfFile())).not.toContain('zqwithheld');
        expect(
          placesIn(body)
            .map(({ locator }) => locator)
            .join(),
        ).not.toContain('zqwithheld');
      }),
      { numRuns: 150 },
    );
  });
});
