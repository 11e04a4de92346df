import { expect, test } from 'vitest';
import { PREFIX, renderText } from './render.ts';

const render = (markdown: string) =>
  renderText(markdown, { prefix: PREFIX.precis, resolve: () => null, terms: new Map() });
const notes = (html: string) =>
  [...html.matchAll(/<div class="sidenote"[^>]*>(.*?)<\/div>/g)].map(([, words]) => words);

test('a footnote stands before the block that calls it first, and once', () => {
  const { html } = render('One.[^a]\n\nTwo.[^b] Again.[^a]\n\n[^a]: First *note*.\n\n[^b]: Second.\n');
  expect(notes(html)).toEqual(['<sup>1</sup> First note.', '<sup>2</sup> Second.']);
  expect(html.indexOf('First note')).toBeLessThan(html.indexOf('One.'));
});

test('in a list it stands in its item', () => {
  const { html } = render('1. Item.\n2. Other.[^a]\n\n[^a]: A note.\n');
  expect(html).toMatch(/<li id="s-2"><div class="sidenote"/);
});

test('it is for the eye only, and holds no link', () => {
  const { html } = render('One.[^a]\n\n[^a]: See [there](https://example.org/).\n');
  const [note] = /<div class="sidenote".*?<\/div>/.exec(html) ?? [];
  expect(note).toContain('aria-hidden="true"');
  expect(note).toContain('data-pagefind-ignore');
  expect(note).not.toContain('<a');
});

test('the notes at the end link both ways', () => {
  const { html } = render('One.[^a]\n\n[^a]: A note.\n');
  expect(html).toContain('href="#s-fn-a"');
  expect(html).toContain('id="s-fn-a"');
  expect(html).toContain('href="#s-fnref-a"');
  expect(html).toContain('id="s-fnref-a"');
});
