import fc from 'fast-check';
import { toString as wordsOf } from 'hast-util-to-string';
import { htmlToHast, markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { literal, toMarkdown } from './markdown.ts';

const read = (markdown: string) => markdownToHtml(markdown, { features: { smartPunctuation: false } }).html;
const plain = (html: string) => wordsOf(htmlToHast(html, { fragment: true })).trim();

test('words mean nothing but themselves', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '1. one',
      '- x',
      '# x #',
      '> x',
      '---',
      '===',
      '*a* _b_ `c`',
      '<b>x</b>',
      '&amp;',
      '[a](b)',
      '![a](b)',
      '| a | b |',
    ),
  );
  fc.assert(
    fc.property(words, (given) => {
      // Control signs are no words.
      const said = given.replace(/[\p{C}]/gu, '');
      const html = read(literal(said));
      expect(plain(html)).toBe(said.replace(/\s+/g, ' ').trim());
      expect(html.replaceAll('<p>', '').replaceAll('</p>', '')).not.toMatch(/<\w/);
    }),
  );
});

describe('a paper', () => {
  const paper = toMarkdown({
    title: 'Parcels *and* post',
    marking: 'LIMITE',
    sections: [
      {
        heading: '14001/19: Small parcels',
        note: 'Look\n1. again\n\n> and [ask](x)',
        citation: 'Presidency, ‘Small parcels’.',
        address: 'https://archive.example/documents/st-14001-2019-init/',
        blocks: [
          { mark: '###', words: '1. Aims' },
          { mark: '', words: '<b>Fewer</b> letters' },
          { mark: '4.', words: 'fourth' },
        ],
      },
      {
        heading: 'Action 1.2',
        note: '',
        citation: '‘Action 1.2’.',
        address: 'https://archive.example/actions/1.2/',
        blocks: [],
      },
    ],
  });
  const html = read(paper);

  test('has title, contents, entries and sources', () => {
    expect(paper).toBe(`**LIMITE**

# Parcels \\*and\\* post

1. 14001/19: Small parcels
2. Action 1.2

## 1. 14001/19: Small parcels

> Look\\
> 1\\. again
>
> \\> and \\[ask\\](x)

### 1. Aims

\\<b\\>Fewer\\</b\\> letters

4. fourth

## 2. Action 1.2

## Sources

1. Presidency, ‘Small parcels’. <https://archive.example/documents/st-14001-2019-init/>
2. ‘Action 1.2’. <https://archive.example/actions/1.2/>

**LIMITE**
`);
  });

  test('is read by others as it is meant', () => {
    expect(html.match(/<h2/g)).toHaveLength(3);
    expect(html.match(/<blockquote>/g)).toHaveLength(1);
    expect(html).toContain('<ol start="4">');
    expect(html).toContain('href="https://archive.example/actions/1.2/"');
    expect(html).not.toContain('<b>');
  });
});
