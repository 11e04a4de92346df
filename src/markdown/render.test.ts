import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../archive/reference/index.ts';
import { type Links, outline, PREFIX, renderNote, renderText } from './render.ts';

const links: Links = {
  resolve: ({ reference }) => ({ href: `/to/${keyOf(reference)}/`, className: 'ref-held', external: false }),
  terms: new Map([['CCWP', '/glossary/#term-ccwp']]),
};
const render = (markdown: string) => renderText(markdown, { prefix: PREFIX.precis, ...links });
const locators = (markdown: string) => outline(markdown).anchors.map(({ locator }) => locator);

describe('locators', () => {
  test('sections, paragraphs and items are called by their own numbers', () => {
    const text = `Opening words.

1. First.
2. Second.

## 2. Activities

Some words.

### 2.1 Status

1. One
2. Two
   - (a) letter
   - b) letter
7. Seven

More words.

## Annex

Words of the annex.

### A heading of no number

Further words.
`;
    expect(locators(text)).toEqual([
      'p1',
      '1',
      '2',
      '2--2',
      '2--2-p1',
      '2.1',
      '2.1-1',
      '2.1-2',
      '2.1-2-a',
      '2.1-2-b',
      '2.1-7',
      '2.1-p1',
      'annex',
      'annex-p1',
      'a-heading-of-no-number',
      'annex-p2',
    ]);
  });

  test('a single number below a section is put behind it, an explicit id wins', () => {
    expect(
      locators(
        '## 4. Controls\n\n### 2. Strengthening\n\nText.\n\n## Specific objectives {#specific}\n\n### 1. Institutional\n\n- a) one\n',
      ),
    ).toEqual(['4', '4-2', '4-2-p1', 'specific', 'specific-1', 'specific-1-a']);
  });

  test('numbers that jump stay as typed', () => {
    const { html } = render('1. one\n4. four\n5. five\n');
    expect(html).toContain('<li value="4" id="s-4">four</li>');
    expect(html).toContain('<li value="5" id="s-5">five</li>');
    const nested =
      '2. two\n   - a\n   - b\n\n     1. one\n     7. seven\n3. three\n9. nine\n\nWords.\n\n1. one\n3. three\n';
    const values = render(nested).html.matchAll(/<li value="(\d+)"/g);
    expect([...values].map(([, value]) => value)).toEqual(['7', '9', '3']);
    const empty = render('2. 1. <!-- c -->\n1. a\n\n   1. b\n   3. c\n\n4. d\n').html.matchAll(/<li value="(\d+)"/g);
    expect([...empty].map(([, value]) => value)).toEqual(['1', '3']);
  });
});

describe('references and terms', () => {
  test('citations become links and are told with their place', () => {
    const { html, citations } = render('## 3. Papers\n\nSee 10797/22 and Action 7.3.\n');
    expect(html).toContain('<a href="/to/ST-10797-2022-INIT/" class="ref-held">10797/22</a>');
    expect(citations.map(({ found, locator }) => [keyOf(found.reference), locator])).toEqual([
      ['ST-10797-2022-INIT', '3-p1'],
      ['action 7.3', '3-p1'],
    ]);
  });

  test('the first use of an acronym leads to the glossary, headings and links stay as they are', () => {
    const { html } = render('## The CCWP\n\n[CCWP](/x/) and the CCWP, again the CCWP.\n');
    expect(html.match(/term-ccwp/g)).toHaveLength(1);
    expect(html).toContain(
      'and the <span class="unbroken"><a href="/glossary/#term-ccwp" class="ref-term">CCWP</a>,</span> again the CCWP',
    );
  });

  test('a note of one paragraph is inline, and has no ids', () => {
    expect(renderNote('Two *words*.', links)).toBe('Two <em>words</em>.');
    expect(renderNote('One.\n\nTwo.', links)).not.toContain('id=');
  });
});

describe('withheld portions', () => {
  const notice = 'pages="4-26" decided="2022-12-16" reason="not assessed"';

  test('that are empty say what, since when, why and how to ask', () => {
    const { html } = render(`Before.\n\n:::withheld{${notice}}\n:::\n\nAfter.\n`);
    expect(html).toContain('<strong>Withheld here: pages 4-26.</strong>');
    expect(html).toContain('16 December 2022');
    expect(html).toContain('not assessed');
    expect(html).toContain('/about/access/#ask');
    expect(html).not.toContain('from the public');
  });

  test('that the edition holds are shown, marked at both ends, with links and notes like other text', () => {
    const portion = 'Closed words, see 10784/15.[^1]\n\n| A |\n| - |\n| Cell |';
    const { html } = render(`Before.\n\n:::withheld{${notice}}\n${portion}\n:::\n\nAfter.\n\n[^1]: A note.\n`);
    const [, shown] = /<section data-withheld[^>]*>(.*?)<\/section>/s.exec(html) ?? [];
    expect(shown).toMatch(/^<p class="withheld-notice"><strong>Withheld from the public: pages 4-26\.<\/strong>/);
    expect(shown).toMatch(/End of what is withheld from the public\.<\/p>$/);
    for (const words of ['Closed words', 'class="ref-held"', '<td>Cell</td>', '#s-fn-1', '16 December 2022']) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toContain('After');
    expect(shown).not.toContain(':::');
  });

  test('count for no place, so that both editions number a text alike', () => {
    const piece = fc.constantFrom(
      ...[
        'Words.',
        '## 2. Heading',
        '### Heading',
        '1. One.\n2. Two.',
        '- (a) One.',
        '> Words.',
        '| A |\n| - |\n| B |',
      ],
      ...['```\ncode\n```', ':page[7] Words.', 'Words.[^1]', '2.1 Words.', '# Heading {#own}', '    code'],
    );
    const stretch = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('\n\n'));
    fc.assert(
      fc.property(stretch, stretch, stretch, (before, portion, after) => {
        const body = (inside: string) => `${before}\n\n:::withheld\n${inside}\n:::\n${after}\n\n[^1]: A note.\n`;
        expect(outline(body(portion)).anchors).toEqual(outline(body('')).anchors);
      }),
      {
        numRuns: 300,
        examples: [
          [[''], ['- (a) One.'], ['    code', '    code']].map((pieces) => pieces.join('\n\n')) as [
            string,
            string,
            string,
          ],
        ],
      },
    );
  });

  test('a date that is none is shown as it stands, an unknown block is an error', () => {
    expect(render(':::withheld{decided="soon"}\n:::\n').html).toContain('soon');
    expect(() => render(':::withold\nx\n:::\n')).toThrow(/withold/);
  });
});

test('words that look like directives stay words', () => {
  const { html } = render('At 7:30, in 11.8:note and :x[y]{z=1} or ::leaf\n');
  expect(html).toContain('At 7:30, in ');
  expect(html).toContain(':note and :x[y]{z=1} or ::leaf');
});

test('footnotes lead there and back, under ids of ours', () => {
  const { html } = render('Words.[^1]\n\n[^1]: The note.\n');
  expect(html).toContain('href="#s-fn-1"');
  expect(html).toContain('id="s-fn-1"');
  expect(html).toContain('href="#s-fnref-1"');
});

test('tables keep their alignment without a style attribute', () => {
  const { html } = render('| a | b |\n|---|--:|\n| 1 | 2 |\n');
  expect(html).toContain('<td class="align-right">2</td>');
  expect(html).not.toContain('style=');
});
