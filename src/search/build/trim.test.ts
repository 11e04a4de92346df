import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';
import { textSize, trimmed } from './trim.ts';

describe('trimmed', () => {
  it.each([
    ['<p>a</p><svg><g>b</g><svg/><svg></svg>c</svg><p>d</p>', '<p>a</p>|<p>d</p>'],
    ['<div data-pagefind-ignore>a<div>b</div>c</div><p>d</p>', '|<p>d</p>'],
    ['<div hidden><div/>a</div>b</div>c', '|c'],
    ['<script>const a = "<div hidden>";</script><p>b</p>', '|<p>b</p>'],
    ['<!-- <svg> --><p title="<svg>">a</p><p>b</p>', '<!-- <svg> --><p title="<svg>">a</p><p>b</p>'],
    ['<div class="hidden" data-hidden>a</div>', '<div class="hidden" data-hidden>a</div>'],
    ['<p hidden>a<p>b', '<p hidden>a<p>b'],
    ['<div hidden>a<p>never ends</p>', '<div hidden>a<p>never ends</p>'],
    ['<div hidden><h1>a</h1></div>', '<div hidden><h1>a</h1></div>'],
  ])('%s → %s', (html, expected) => expect(trimmed(html).replaceAll('<!---->', '|')).toBe(expected));

  const word = fc.constantFrom('wax', ' wick ', '<svg>', '</div>', '<!--', '"', "it's", '&amp;', '  ');
  const attributes = fc.record(
    {
      hidden: fc.constant(true),
      dataPagefindIgnore: fc.constant(''),
      ariaHidden: fc.constant('true'),
      title: fc.constantFrom('a > b', '<svg>', '"quoted"', "</div> it's"),
    },
    { requiredKeys: [] },
  );
  const text = word.map((value) => ({ type: 'text', value }) as const);
  const { tree } = fc.letrec<{ tree: ElementContent }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      // No element but these may hold any other: HTML has its own way with a form in a form.
      fc
        .tuple(
          fc.constantFrom('div', 'span', 'section', 'figure', 'nav', 'details'),
          attributes,
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, properties, children]) => h(name, properties, children)),
      fc.tuple(fc.constantFrom('svg', 'form', 'h1', 'p'), attributes, text).map((of) => h(...of)),
    ),
  }));
  const isGone = ({ tagName, properties }: Element) =>
    ['svg', 'nav', 'form'].includes(tagName) ||
    properties.hidden === true ||
    properties.dataPagefindIgnore !== undefined ||
    properties.ariaHidden === 'true';
  const visible = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((node) => (node.type === 'element' ? (isGone(node) ? '' : visible(node.children)) : textOf(node)))
      .join('');

  it('changes nothing of what is read, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
        const html = `<html><body><main data-pagefind-body>${toHtml(nodes)}</main></body></html>`;
        const read = readPage(html, '/')?.content ?? [];
        expect(textOf({ type: 'root', children: [...read] })).toBe(visible(nodes));
      }),
      { numRuns: 500 },
    );
  });
});

describe('textSize', () => {
  it.each([
    ['<p>four</p>\n  <p> five5 </p>\n', 12],
    ['<div hidden>no</div><svg><text>label</text></svg>four', 5],
    ['', 0],
  ])('%s → %i', (html, size) => expect(textSize(trimmed(html))).toBe(size));
});
