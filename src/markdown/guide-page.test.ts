import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { splitMarkdown } from '../archive/source-file.ts';
import { guidePageFaults, guidePageTargets } from './guide-page.ts';

const IMPORT = "import HeaderFigure from '@components/HeaderFigure.astro';\n\n";
const figure = (props: string) => `${IMPORT}<HeaderFigure ${props} />\n`;

/** Ways to run something while the page is built, or in the reader's browser. */
const PROGRAMS: readonly (readonly [body: string, place: string, words: string])[] = [
  ["Text {process.getBuiltinModule('fs').readFileSync('x', 'utf8')}.", '1:6', 'is a program'],
  ["{process['env']}", '1:1', 'is a program'],
  ["Words.\n\n{fetch('https://example.org')}", '3:1', 'is a program'],
  ["{[].constructor.constructor('return process')()}", '1:1', 'is a program'],
  ['{`text`}', '1:1', 'is a program'],
  ["{'a' + 1}", '1:1', 'is a program'],
  ['{\'a\'}{"\\u0061"}', '1:6', 'is a program'],
  ['{/* a comment */}', '1:1', 'is a program'],
  ['{props.title}', '1:1', 'is a program'],
  ['- item\n\n  > {1}{x}', '3:8', 'is a program'],
  ['| a | {x} |\n| --- | --- |', '1:7', 'is a program'],
  ['Words.[^1]\n\n[^1]: {x}', '3:7', 'is a program'],
  ['---\n```\n---\n{x}\n```\n{x}', '6:1', 'is a program'],
  ["import fs from 'node:fs';", '1:1', 'nothing but components'],
  ["import x from '../../../../content/x.md?raw';", '1:1', 'nothing but components'],
  ["import HeaderFigure from '@components/../../content/HeaderFigure.astro';", '1:1', 'nothing but components'],
  ["import Other from '@components/HeaderFigure.astro';", '1:1', 'nothing but components'],
  ["import { x } from '@components/HeaderFigure.astro';", '1:1', 'nothing but components'],
  ["import HeaderFigure from '@components/HeaderFigure.astro'; process.exit()", '1:1', 'nothing but components'],
  ["import HeaderFigure from '@components/HeaderFigure.astro';\nprocess.exit();", '1:1', 'the line below an import'],
  ["import Nothing from '@components/Nothing.astro';", '1:1', 'there is no component'],
  [IMPORT + IMPORT, '3:1', 'twice'],
  [`${IMPORT.trimEnd()}\nWords.`, '1:1', 'the line below an import'],
  ['- a\n\n  import x from "y"\n\nexport {}', '5:1', 'nothing but components'],
  ['export const x = 1;', '1:1', 'nothing but components'],
  ["export * from '@components/HeaderFigure.astro';", '1:1', 'nothing but components'],
  ['<HeaderFigure />', '1:1', 'no line brings in'],
  ['<div>Words</div>', '1:1', 'is HTML'],
  ['Words <b>bold</b>', '1:7', 'is HTML'],
  ['<script>alert(1)</script>', '1:1', 'is HTML'],
  ['<>Words</>', '1:1', 'is HTML'],
  ['<Fragment set:html="<b>x</b>" />', '1:1', 'no line brings in'],
  [figure('{...props}'), '3:1', 'is a program'],
  [figure('set:html="<b>x</b>"'), '3:1', 'is no prop'],
  [figure('client:load'), '3:1', 'is no prop'],
  [figure('is:raw'), '3:1', 'is no prop'],
  [figure('document={process.env.HOME}'), '3:1', 'is a program'],
  [figure('document={`ST-1`}'), '3:1', 'is a program'],
  [figure('document={{ a: 1 }}'), '3:1', 'is a program'],
  [figure('document={<HeaderFigure />}'), '3:1', 'is a program'],
  [`${IMPORT}<HeaderFigure.Part />`, '3:1', 'no line brings in'],
  ['![words](../../content/x.png)', '1:1', 'is no picture'],
  ['![words](@components/x.png)', '1:1', 'is no picture'],
  ['![words][x]\n\n[x]: ./x.png', '1:1', 'imageReference'],
  ['[words](javascript:alert(1))', '1:1', 'a link leads to'],
  ['[words][x]\n\n[x]: data:text/html,x', '3:1', 'a link leads to'],
  ['Words <b and more', '1:7', 'does not parse'],
  ['Words { and more', '1:7', 'does not parse'],
  ['Words.\n\nMore <!-- a comment -->', '3:6', 'does not parse'],
];

/** All that a page may hold. */
const PAGES = [
  '# A heading\n\nWords, *more* and **more**, ~~less~~, `code {x}`, a\\\nbreak, \\{x} and \\<b>.\n\n> A quotation.\n\n---\n',
  '1. One.\n2. Two.\n   - [ ] Three.\n\n| A | B |\n| --- | ---: |\n| 1 | 2 |\n\nA note.[^1]\n\n[^1]: Of it.\n',
  '```js\n{process.exit()}\n```\n\n[words](/actions/7.4/) [words][x] https://example.org ![words](/files/a.png)\n\n[x]: mailto:a@b.eu\n',
  'Words{\' \'}and{" "}more\n',
  figure('document="ST-1" wide={true} pages={-3.5} open title={"x"}'),
  `${IMPORT}<HeaderFigure document="ST-1">\n\nWords.\n\n</HeaderFigure>\n`,
];

describe('a page of the guide', () => {
  it.each(PROGRAMS)('%j is refused', (body, place, words) => {
    const faults = guidePageFaults(body);
    expect(faults.map(({ bodyLine, column }) => `${bodyLine}:${column}`)).toContain(place);
    expect(faults.map(({ message }) => message).join('\n')).toContain(words);
  });

  it.each(PAGES)('%j is a text', (body) => {
    expect(guidePageFaults(body)).toEqual([]);
  });

  it('is one in the archive', () => {
    const folder = fileURLToPath(new URL('../../content/guide', import.meta.url));
    for (const name of readdirSync(folder)) {
      const { body } = splitMarkdown(readFileSync(join(folder, name), 'utf8'));
      expect(guidePageFaults(body)).toEqual([]);
    }
  });

  it('that is accepted compiles to a module in which no word of the author is code', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '<',
        '>',
        '/>',
        '`',
        '```',
        '\n',
        '\n\n',
        '    ',
        '- ',
        '> ',
        '| ',
        '---',
        '[',
        '](',
        ')',
        '\\',
        "'",
        '"',
      ],
      ...[
        'zqcode',
        '<A ',
        'import ',
        'export ',
        'x=',
        '{...',
        '[^1]',
        '[^1]: ',
        '&#123;',
        '$',
        '::',
        '# ',
        '=',
        ';',
        '/*',
        '*/',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = pieces.join('');
        if (guidePageFaults(body).length > 0) return;
        const { code } = mdxToJs(`\n${body}`, { jsxImportSource: 'astro', features: { smartPunctuation: true } });
        // Texts of the page are string literals.
        expect(code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""')).not.toContain('zqcode');
      }),
      { numRuns: 2000 },
    );
  });
});

it('finds what could be an address in a page, as the parser reads it', () => {
  const body = `${IMPORT}[a](/actions/7\\.4/) [b](/actions/7&#46;5/)\n\n[c]: /x/\n\n<HeaderFigure document="/y/" title={"/w/"} />\n\nSee /z/.`;
  expect(guidePageTargets(body).map(({ target, bodyLine }) => `${bodyLine} ${target}`)).toEqual([
    '3 /actions/7.4/',
    '3 /actions/7.5/',
    '5 /x/',
    '7 /y/',
    '7 /w/',
    '9 /z/.',
  ]);
});
