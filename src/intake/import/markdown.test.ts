import { describe, expect, it } from 'vitest';
import { toMarkdown } from './markdown.ts';

const md = (source: string) => toMarkdown(source.split('\n'), '2022-12-16').markdown;

describe('toMarkdown', () => {
  it.each<[name: string, source: string, markdown: string]>([
    ['keeps numbers that jump', '1. Oars\n\n4. Sails', '1. Oars\n4. Sails\n'],
    [
      'makes a heading of a numbered title',
      '2. The oars\n\nThey are made of ash.',
      '## 2. The oars\n\nThey are made of ash.\n',
    ],
    [
      'mends a number without its space',
      '1.On the oars, see below.\n2.Sails',
      '1. On the oars, see below.\n2. Sails\n',
    ],
    [
      'orders the levels of headings by their numbers',
      '### 1. One\n\n#### 1. Sub\n\n## 2. Sub\n\n# 2. Two',
      '## 1. One\n\n### 1. Sub\n\n### 2. Sub\n\n## 2. Two\n',
    ],
    [
      'opens an item with the label above it, a blank line between or none',
      '1.\n\nThe oars.\n\n2.\nThe sails.\n\n(a)\n\nwhite;',
      '1. The oars.\n2. The sails.\n\n(a) white;\n',
    ],
    [
      'parts titles from the text around them',
      'Some text.\nII. NEXT STEPS\n3. The Presidency will report.',
      'Some text.\n\n## II. NEXT STEPS\n\n3. The Presidency will report.\n',
    ],
    [
      'takes a numbered line that ends in a colon for a point',
      'Text.\n\n2. The rowlocks, namely:\n\nthose of brass.',
      'Text.\n\n2. The rowlocks, namely:\n\nthose of brass.\n',
    ],
    ['joins the lines of a paragraph', 'one two  \nthree', 'one two three\n'],
    ['nests labelled items', '1. Boats\n  - a) oars\n  - b) sails', '1. Boats\n   - a) oars\n   - b) sails\n'],
    [
      'nests roman items below letters',
      '- a) boats:\n\n- i. oars\n  - ii. sails\n- b) ropes',
      '- a) boats:\n  - i. oars\n  - ii. sails\n- b) ropes\n',
    ],
    [
      'makes a table of tabs',
      'Point\tBy\n1. Oars\tJune\n\n<p>2. Sails</p>\t<p></p>',
      '| Point | By |\n| --- | --- |\n| 1. Oars | June |\n| 2. Sails | |\n',
    ],
    [
      'makes a table of HTML',
      '<table><tr><th>A</th><th>B|C</th></tr>\n<tr><td>1</td><td>2</td></tr></table>',
      '| A | B\\|C |\n| --- | --- |\n| 1 | 2 |\n',
    ],
    [
      'makes footnotes',
      'Oars<sup>1</sup> and sails².\n\n---\n\n<sup>1</sup> Of ash.\n² Of linen.',
      'Oars[^1] and sails[^2].\n\n[^1]: Of ash.\n\n[^2]: Of linen.\n',
    ],
    ['makes footnotes in parentheses', 'Oars (1); sails.\n\n---\n\n(1) Of ash.', 'Oars[^1]; sails.\n\n[^1]: Of ash.\n'],
    [
      'tells notes of two pages apart',
      'A<sup>1</sup>\n\n<sup>1</sup> One.\n\nB<sup>1</sup>\n\n<sup>1</sup> Two.',
      'A[^1]\n\n[^1]: One.\n\nB[^1-2]\n\n[^1-2]: Two.\n',
    ],
    [
      'keeps a list in a note',
      'A<sup>3</sup>\n\n<sup>3</sup> See:\n\n- one\n- two\n\nText.',
      'A[^3]\n\n[^3]: See:\n\n    - one\n    - two\n\nText.\n',
    ],
    ['leaves ordinals', 'the 11<sup>th</sup> plan', 'the 11th plan\n'],
    ['keeps brackets of drafting', 'an oar [, or two,] at most', 'an oar [, or two,] at most\n'],
    [
      'marks what is withheld',
      '**DELETED FROM HERE UNTIL THE END OF THE TEXT (page 19)**',
      ':::withheld{pages="until 19" decided="2022-12-16" reason="not open to the public"}\n:::\n',
    ],
    ['takes dots and pages out of contents', '1. INTRODUCTION.......... 3', '1. INTRODUCTION\n'],
  ])('%s', (_name, source, markdown) => {
    expect(md(source)).toBe(markdown);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'x <svg/onload=alert(1)>',
    '<!-- hidden -->',
    '[a](javascript:alert(1))',
    '![a](http://x.example/a.png)',
    '[a]: javascript:alert(1)',
    ':::withheld{reason="x"}',
    'see :span[x]{onclick=y}',
    '`code`',
    '    indented code',
    '> quote',
    '=====',
    '\\<script>',
    'text\n---',
  ])('leaves nothing that acts in %s', (source) => {
    const markdown = md(`Before it.\n\n${source}\n\nAfter it.`);
    expect(markdown).not.toMatch(/<[a-z!/]|\]\(|(?<!\\)`|^:::|(?<!\\):[a-z]|^ {4}|^>|^=|^---|^\[[^\]]*\]:/im);
    expect(markdown).toContain('After it.');
  });

  it('says which notes are missing', () => {
    const { markdown, warnings } = toMarkdown(['goods¹ and oars<sup>2</sup>'], null);
    expect(markdown).toBe('goods¹ and oars²\n');
    expect(warnings.join()).toMatch(/1, 2/);
  });
});
