import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PREFIX, renderText } from './render.ts';

const render = (markdown: string) =>
  renderText(markdown, { prefix: PREFIX.text, resolve: () => null, terms: new Map() });
const parts = (markdown: string) => render(markdown).parts.map(({ locator }) => locator);

test('a part begins at each of the highest headings', () => {
  expect(parts('Before.\n\n## 1. One\n\nWords.\n\n### 1.1 Inner\n\n## 2. Two\n\nWords.[^n]\n\n[^n]: Note.\n')).toEqual([
    '',
    '1',
    '2',
    'footnotes',
  ]);
});

test('a heading with a note beside it begins a part', () => {
  const { parts } = renderText('## 1. One\n\nWords.\n', {
    prefix: PREFIX.text,
    resolve: () => null,
    terms: new Map(),
    marginNote: () => ({ type: 'text', value: 'note' }),
  });
  expect(parts.map(({ locator }) => locator)).toEqual(['1']);
});

test('a text without headings is one part, an empty one none', () => {
  expect(parts('Words.\n\nMore.\n')).toEqual(['']);
  expect(parts('\n')).toEqual([]);
});

test('nothing is lost between the parts', () => {
  const line = fc.constantFrom('## 1. A', '### B', 'Words.', '- item', '| a |\n| - |', ':::withheld\n:::');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { html, anchors } = render(lines.join('\n\n'));
      for (const { locator } of anchors) expect(html).toContain(`id="t-${locator}"`);
    }),
  );
});
