import fc from 'fast-check';
import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { hiddenFaults } from './hidden-faults.ts';
import { parseMarkdown } from './parse.ts';
import { placesIn } from './render.ts';
import { sanitize } from './sanitize.ts';
import { shownMarkdown } from './shown-markdown.ts';

/** Everything that a page tells its reader: its words, and the addresses and ids in it. */
function readerSees(markdown: string): string {
  const tree: Root = sanitize(parseMarkdown(markdown, 's-'));
  const seen = [textOf(tree)];
  visit(tree, 'element', ({ properties: { href, id } }) => void seen.push(String(href ?? ''), String(id ?? '')));
  return decodeURI(seen.join('\n').replace(/%(?![0-9a-f]{2})/gi, '%25'));
}

const words = (markdown: string) => textOf(parseMarkdown(markdown, 's-')).replace(/\s+/g, ' ').trim();
const places = (markdown: string) => placesIn(markdown).map(({ kind, locator }) => `${kind} ${locator}`);

const CASES: readonly (readonly [name: string, body: string, shown: string])[] = [
  [
    'comments on lines of their own',
    'One.\n<!-- a\nb -->\nTwo.\n\n<!-- c -->\n\n\nThree.\n',
    'One.\n\nTwo.\n\nThree.\n',
  ],
  ['comments in a line', 'One <!-- a\nb --> two.\n', 'One  two.\n'],
  ['comments in a list and a quotation', '- a <!-- b -->\n- c\n\n> d\n> <!-- e -->\n', '- a \n- c\n\n> d\n>\n'],
  ['the comment of Markdown', 'One.\n\n[//]: # (comment)\n\nTwo.\n', 'One.\n\nTwo.\n'],
  ['definitions', '[a][b], [b][] and [b].\n\n[b]: /x "title"\n[c]: /y\n', '[a](/x), [b](/x) and [b](/x).\n'],
  ['titles', '[a](/x "title") ![b](/files/c.png "title")\n', '[a](/x) ![b](/files/c.png)\n'],
  ['labels of links', '[*a*][secret] ![b][secret]\n\n[secret]: </x y>\n', '[*a*](/x%20y) ![b]()\n'],
  ['addresses that are no links', '[a](secret:words) ![b](https://example.org/c.png)\n', '[a]() ![b]()\n'],
  ['info strings', '```js secret\ncode\n```\n\n~~~ secret\ncode\n~~~\n', '```\ncode\n```\n\n~~~\ncode\n~~~\n'],
  ['classes of headings', '# One {#one .secret key=secret}\n\n## Two {.secret}\n', '# One {#one}\n\n## Two\n'],
  ['classes before a directive', '{#w .secret}:x[y]\n---\n', '{#w}:x[y]\n---\n'],
  ['cells beyond the columns', '| a | b |\n| - | - |\n| c | d | secret |\n', '| a | b |\n| - | - |\n| c | d |\n'],
  [
    'notes that nothing calls, also where they call each other',
    'One.[^a]\n\n[^a]: Note.\n[^a]: Again.\n\n[^b]: One.[^c]\n\n[^c]: Other.[^b]\n',
    'One.[^1]\n\n[^1]: Note.\n',
  ],
  [
    'labels of notes, short and long',
    `One.[^secret] Two.[^${'long '.repeat(40)}]\n\n[^secret]: Note.\n`.replaceAll('long ', 'long'),
    `One.[^1] Two.[^${'long'.repeat(40)}]\n\n[^1]: Note.\n`,
  ],
  [
    'notes in the order of their use',
    'One.[^b][^a]\n\n[^a]: A.[^c]\n[^b]: B.\n[^c]: C.\n',
    'One.[^1][^2]\n\n[^2]: A.[^3]\n[^1]: B.\n[^3]: C.\n',
  ],
  ['a number that is no note', 'One [^1] and two.[^b]\n\n[^b]: B.\n', 'One [^1] and two.[^2]\n\n[^2]: B.\n'],
];

/** Texts in which nothing is hidden. */
const PLAIN = [
  'One.[^1]\n\n[^1]: Note.\n',
  '# One {#one}\n\n1. a\n3. b\n\n`<!-- shown -->` \\<!-- shown\n',
  '```\n<!-- shown -->\n\n\n[a]: /shown\n```\n',
  ':page[7] and ::page[8] and 7:30[x]\n',
  ':::withheld{pages="3"}\n:::\n',
  'See https://a.eu/?b=c#d, <https://a.eu> and a@b.eu.\n',
];

describe('shownMarkdown', () => {
  it.each(CASES)('takes out %s', (_name, body, shown) => {
    expect(shownMarkdown(body)).toBe(shown);
    expect(hiddenFaults(body, [])).toEqual([]);
    expect(places(shown)).toEqual(places(body));
    expect(words(shown)).toBe(words(body));
  });

  it.each(PLAIN)('leaves %j as it is', (body) => {
    expect(shownMarkdown(body)).toBe(body);
    expect(hiddenFaults(body, [])).toEqual([]);
  });

  it.each([
    ['1. a\n\n<!-- b -->\n\n    code\n', 3],
    ['One.\n\n<!-- a --> b\n', 3],
    ['One <!-- two\n\nThree.\n', 1],
    ['One.\n\n<!-- two\n\nThree.\n', 3],
  ])('%j is refused on line %i', (body, line) => {
    expect(hiddenFaults(body, []).map(({ bodyLine }) => bodyLine)).toEqual([line]);
  });

  it('keeps every word and place, and no word that a reader does not see, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), (body) => {
        if (hiddenFaults(body, []).length > 0) return;
        const shown = shownMarkdown(body);
        expect(shownMarkdown(shown)).toBe(shown);
        expect(places(shown)).toEqual(places(body));
        expect(words(shown)).toBe(words(body));
        const seen = readerSees(body);
        for (const [word] of shown.matchAll(/zq\d+z/g)) expect(seen).toContain(word);
      }),
      { numRuns: 500 },
    );
  });
});

/** Pieces of Markdown in any order, each word of them another one. */
function arbitraryMarkdown(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...[
      'W',
      'W ',
      ' ',
      '\n',
      '\n\n',
      '    ',
      '- ',
      '1. ',
      '> ',
      '| ',
      '|\n| - | - |\n| W | W | W |\n',
      '# ',
      '{#w .W}',
      '*',
      '**',
      '`',
    ],
    ...[
      '<!-- W -->',
      '<!--',
      '-->',
      '\n<!-- W\nW -->\n',
      '<b>',
      '[',
      ']',
      '](',
      ')',
      '[W](/W "W")',
      '![W](/files/a.png "W")',
      '[W](W:W)',
    ],
    ...[
      '\n[a]: /W "W"\n',
      '\n\n[//]: # (W)\n',
      '[a]',
      '[W][a]',
      '[W][A]',
      '![W][a]',
      '[^a]',
      '[^b]',
      '[^1]',
      '\n[^a]: W\n',
      '\n[^b]: W[^a]\n',
    ],
    ...[
      '```W W\n',
      '\n```\n',
      '~~~ W\n',
      ':W[W]',
      ':page[7]',
      '\\',
      '&amp;',
      '7:30',
      '"',
      "'",
      '\t',
      '===\n',
      '---\n',
      'é🇪🇺',
    ],
  );
  return fc.array(piece, { maxLength: 14 }).map((pieces) => {
    let word = 0;
    return pieces.join('').replaceAll('W', () => `zq${word++}z`);
  });
}
