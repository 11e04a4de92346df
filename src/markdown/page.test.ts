import { describe, expect, test } from 'vitest';
import { formatLocator } from '../archive/locator.ts';
import { PREFIX, renderText } from './render.ts';

const text = [
  '## Page 7',
  'The oars :page[7]are long.',
  '::page[8]',
  '## 2. Sails',
  '1. first\n2. :page[9]second',
  '| Sail | Size |\n| --- | --- |\n| jib | :page[10]12 |',
  'Twice :page[9]the same, and :page[x] or :pages[3] are words.',
].join('\n\n');
const render = (markdown: string) =>
  renderText(markdown, { prefix: PREFIX.text, resolve: () => null, terms: new Map() });

describe('the pages of a printed document', () => {
  const { html, anchors } = render(text);

  test('have an anchor where they begin, in and between blocks', () => {
    for (const page of [7, 8, 9, 10]) {
      const marks = [...html.matchAll(/<span [^>]*><\/span>/g)].map(([mark]) => mark);
      const [mark, ...more] = marks.filter((tag) => tag.includes(`id="t-page-${page}"`));
      expect(more).toEqual([]);
      for (const part of ['role="doc-pagebreak"', `data-page="${page}"`, `aria-label="page ${page}"`])
        expect(mark).toContain(part);
    }
    expect(anchors.filter(({ kind }) => kind === 'page').map(({ locator }) => locator)).toEqual(
      ['page-7', 'page-8', 'page-9', 'page-10'], // in the order of the text
    );
    expect(formatLocator('page-7')).toBe('page 7');
  });

  test('change no other locator, and give way to no heading of their name', () => {
    const without = render(text.replace(/::?page\[\d+\]/g, '')).anchors.map(({ locator }) => locator);
    const others = anchors.filter(({ kind }) => kind !== 'page').map(({ locator }) => locator);
    expect(others).toEqual(without.map((locator) => locator.replace(/^page-7/, 'page-7--2')));
  });

  test('are words where they are no page', () => {
    expect(html).toContain('and :page[x] or :pages[3] are words');
  });
});
