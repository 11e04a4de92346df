import { describe, expect, it, test } from 'vitest';
import { blocksOf, openPlaces, shownOf, splitBody } from './body.ts';

const BODY = `Open words.[^1] See [used].

:::withheld{pages="3"}
Hidden words.[^2]

## Hidden heading {#hid}
:::

## 2. Open part

1. An item <!-- a remark
over two lines --> goes on
2. Another

Paragraph.

[^1]: Open note,[^3]
  indented

    and on
[^2]: Hidden note[^4]
[^3]: Used in a note
[^4]: Used in a hidden note
[//]: # (another remark)
[used]: /a/ "Title"
[unused]: /b/ "Title"
`;

describe('splitBody', () => {
  const { open, withheld, portions } = splitBody(BODY);

  it('takes the lines between :::withheld and :::, comments, and definitions that nothing open uses', () => {
    expect(withheld.map(({ text }) => text.trim())).toEqual([
      'Hidden words.[^2]\n\n## Hidden heading {#hid}',
      '<!-- a remark\nover two lines -->',
      '[^2]: Hidden note[^4]',
      '[^4]: Used in a hidden note',
      '[//]: # (another remark)',
      '[unused]: /b/ "Title"',
    ]);
    expect(portions).toBe(true);
  });

  it('knows the lines', () => {
    const lines = BODY.split('\n');
    for (const { line, text } of withheld) expect(lines[line - 1]).toContain(text.trim().split('\n')[0]);
    expect(open.split('\n')).toHaveLength(lines.length);
  });

  it('leaves the rest', () => {
    for (const words of [
      'Open words',
      ':::withheld{pages="3"}',
      'goes on',
      'Open note',
      'and on',
      'Used in a note',
      '[used]: /a/',
    ])
      expect(open).toContain(words);
    expect(open).not.toMatch(/[Hh]idden|remark|unused/);
  });

  test.each(['plain', '', ':::withheld\n:::', 'a\n\nb'])('has nothing to take from %j', (body) => {
    expect(
      splitBody(body)
        .withheld.map(({ text }) => text)
        .join(''),
    ).toBe('');
    expect(splitBody(body).open).toBe(body);
  });

  it('takes all that follows an opening that nothing closes', () => {
    expect(splitBody('a\n:::withheld\nb\n\nc').open).toBe('a\n:::withheld\n\n\n');
  });
});

test('blocks are paragraphs, headings, items, cells and targets, as they are written and as they are shown', () => {
  const text = '## 1. Head {#h}\nOne\ntwo [link](https://a.eu/b "Title").\n\n- item[^1]\n\n| a b | c |\n';
  const blocks = [...blocksOf({ line: 5, text })].map(({ line, text }) => `${line} ${text.trim()}`);
  expect(blocks).toEqual([
    '5 Head {#h}\nOne\ntwo [link](https://a.eu/b "Title").',
    '5 Head \nOne\ntwo link.',
    '5 https://a.eu/b',
    '5 Title',
    '9 item[^1]',
    '9 item',
    '11 a b',
    '11 c',
  ]);
});

test('shown Markdown has no marks', () => {
  expect(shownOf('A **b** [c [d]](/e(f)) ![g](/h.png)[^1] :page[7] <b>i</b> \\*')).toBe('A **b** c [d] g  i *');
});

describe('openPlaces', () => {
  const isOpen = openPlaces(
    splitBody(`First.

## 2. Mixed

Open paragraph.

1. One
2. Two

:::withheld
3. Three
:::

### 2.1 Below {#below}

Text.

## Plain words

Text.

## 4. Numbered

### 1. Inner

1. One
`),
  );
  test.each([
    'header',
    'p1',
    '2-1',
    '2-2',
    '2-p1',
    'below',
    'below-p1',
    'plain-words',
    'plain-words-p1',
    '4',
    '4-1',
    '4-1-1',
  ])('%s is open', (place) => expect(isOpen(place)).toBe(true));
  test.each(['2', '2-9', '2-p9', 'page-3', 'p9', 'other', '3', ''])('%s is not', (place) =>
    expect(isOpen(place)).toBe(false),
  );
});
