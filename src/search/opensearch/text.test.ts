import { expect, it } from 'vitest';
import { readPage } from '../build/page.ts';
import { marksOf, passage } from '../excerpt.ts';
import { readText } from './text.ts';

const read = (html: string) => readText(readPage(`<main data-pagefind-body>${html}</main>`, '/x/')?.content ?? '');

it.each([
  ['<h1>Title</h1><p>One <em>two</em>.</p>', 'Title. One two.'],
  ['<ul><li>a</li><li>b</li></ul><p>c,</p><p>d</p>', 'a. b. c, d.'],
  ['<p>a<br>b <a href="/">c</a><sup>1</sup></p>', 'a b c1.'],
  ['<table><tr><td>x</td><td></td><td>y?</td></tr></table>', 'x. y?'],
  ['<p>a</p>  \n <p> </p>', 'a.'],
])('%s reads %s', (html, text) => expect(read(html).content).toBe(text));

it('knows how many words stand before each section, so that those that match are named', () => {
  const { content, sections } = read(
    '<h1>T</h1><p>none here</p><h2 id="s-1">1. First</h2><p>rope</p><h3>no anchor</h3><h3 id="s-2">2. Second</h3><p>oars</p>',
  );
  expect(sections).toEqual([
    { anchor: 's-1', title: '1. First', at: 3 },
    { anchor: 's-2', title: '2. Second', at: 8 },
  ]);
  const anchors = sections.map(({ anchor, title, at }) => ({ element: 'h2', id: anchor, text: title, location: at }));
  const found = passage({ content, anchors, meta: {}, url: '/x/' }, marksOf([['oars']]));
  expect(found.sections.map(({ anchor }) => anchor)).toEqual(['s-2']);
});
