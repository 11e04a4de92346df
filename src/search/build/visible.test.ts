import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { INLINE, visible, wordsOf } from './visible.ts';

const read = (inside: string) => visible(`<body><nav>out</nav><main data-pagefind-body>${inside}</main>out</body>`);

describe('visible', () => {
  it.each([
    // What is left out.
    ['<p>a</p><svg><g>b</g><svg/><svg></svg>c</svg><p>d</p>', 'a d'],
    ['<div data-pagefind-ignore>a<div>b</div>c</div><p>d</p>', 'd'],
    ['<div hidden><div/>a</div>b</div>c</div>d', 'c d'],
    ['a<div hidden><p>never ends', 'a'],
    ['<p>a</p><script>const a = "<div hidden>";</script><style>p > a {}</style><p>b</p>', 'a b'],
    ['<!-- <svg> --><p title="<svg hidden>">a</p><p>b</p>', 'a b'],
    ['<div class="a hidden b" data-hidden title="x inert y">a</div>', 'a'],
    ['<p HIDDEN>a</p><P aria-hidden=true>b</P><p aria-hidden="false">c</p>', 'c'],
    ["<p hidden='until-found'>a</p><p inert>b</p><p title='>'>c</p>", 'c'],
    ['<p>a <a href="#p1">¶</a> <a href="#b">b</a> <a href="#c"><svg>c</svg></a><a>&para;</a>.</p>', 'a b .'],
    // What stands apart.
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr></table>', 'a b c'],
    ['<dl><dt>a</dt><dd>b</dd></dl><blockquote>c</blockquote><pre>d</pre>', 'a b c d'],
    ['<p>a<br>b<em>c</em>d<wbr>e<img alt="x">f</p>', 'a bcde f'],
    ['a<section>b</section><span>c</span>', 'a b c'],
    // What is decoded.
    ['<p>a&nbsp;&#x26;&lt;b> c &amp;amp;</p>', 'a &<b> c &amp;'],
  ])('%s reads %s', (html, words) => expect(wordsOf(read(html)?.html ?? '')).toBe(words));

  it('keeps blocks and the ids of headings, no other attribute, and the white space of the page', () => {
    const html =
      '<h2 class="x" id="s-1">One</h2>\n<h3 id=\'a"1\' data-id="z">2</h3><p id="p"><b>two</b> <i id="i">x</i></p><hr>';
    expect(read(html)?.html).toBe(' <h2 id="s-1">One</h2> \n <h3 id="a&quot;1">2</h3> <p>two x</p> <hr>');
  });

  it('reads every marked element, also within one of its own name, and no other', () => {
    const html =
      '<div><div data-pagefind-body="">a<div>b</div></div>c<p data-pagefind-body>d</p><p data-pagefind-body><b>e</b></p>f</div>';
    expect(wordsOf(visible(html)?.html ?? '')).toBe('a b d e');
    expect(visible('<main><code>data-pagefind-body</code></main>')).toBeNull();
  });

  it.each([
    ['<h1>\n<a href="#x">#</a> <span>13944/22</span> A &amp; B</h1><h1>other</h1>', '13944/22 A & B'],
    ['<p>none</p>', ''],
  ])('%s has the title %s', (html, title) => expect(read(html)?.title).toBe(title));

  it('takes the title from outside where no marked element has one', () => {
    expect(visible('<h1 class=">">Out <b>side</b></h1><main data-pagefind-body></main>')?.title).toBe('Out side');
  });
});

describe('whatever a page is made of', () => {
  const word = fc.constantFrom('wax', ' wick ', '<svg>', '</div>', '<!--', '"', "it's", '&amp;', '  ', '¶');
  const attributes = fc.record(
    {
      hidden: fc.constant(true),
      dataPagefindIgnore: fc.constant(''),
      ariaHidden: fc.constant('true'),
      title: fc.constantFrom('a > b', '<svg>', '"quoted"', "</div> it's", ' hidden '),
    },
    { requiredKeys: [] },
  );
  const text = word.map((value) => ({ type: 'text', value }) as const);
  const { tree } = fc.letrec<{ tree: ElementContent }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc
        .tuple(
          fc.constantFrom('div', 'span', 'section', 'main', 'nav', 'dd'),
          attributes,
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, properties, children]) => h(name, properties, children)),
      fc.tuple(fc.constantFrom('svg', 'form', 'h1', 'a', 'b'), attributes, text).map((of) => h(...of)),
      fc.constantFrom(h('br'), h('img'), h('wbr')),
    ),
  }));
  /** The words of a tree, worked out without any HTML. */
  const seen = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((node) => {
        if (node.type !== 'element') return node.type === 'text' ? node.value : '';
        const { tagName, properties, children } = node;
        const { hidden, dataPagefindIgnore, ariaHidden } = properties;
        const isGone =
          /^(?:svg|nav|form|img)$/.test(tagName) || hidden || dataPagefindIgnore === '' || ariaHidden === 'true';
        const border = tagName === 'br' || !INLINE.has(tagName) ? ' ' : '';
        const inside = isGone ? '' : seen(children);
        return border + (tagName === 'a' && !/[\p{L}\p{N}]/u.test(inside) ? '' : inside) + border;
      })
      .join('');

  it('reads the words that are seen', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
        expect(wordsOf(read(toHtml(nodes))?.html ?? '')).toBe(seen(nodes).replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 1000 },
    );
  });
});
