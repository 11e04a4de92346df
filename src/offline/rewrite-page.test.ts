import { describe, expect, test } from 'vitest';
import { rewritePage } from './rewrite-page.ts';

const FILES = new Set(['index.html', 'documents/index.html', 'documents/st-1/index.html', '_astro/page.css', 'x.svg']);

function rewrite(html: string, path = 'documents/st-1/index.html') {
  const modules: string[] = [];
  return rewritePage(html, path, {
    has: (one) => FILES.has(one),
    held: (one) => one === 'documents/st-1/entry.json',
    classic: (module) => {
      modules.push('src' in module ? module.src : module.code);
      return `_astro/${modules.length}.js`;
    },
    first: ['_folder/folder.js'],
  }).then((page) => ({ ...page, modules }));
}

describe('a page of a folder', () => {
  test('has relative addresses, in links, forms, sources, sets and pictures', async () => {
    const { html } = await rewrite(
      '<a href="/">x</a><form action="/documents/?a=1"></form><img src="/x.svg" srcset="/x.svg 1x, /x.svg 2x"><svg><use xlink:href="/x.svg#a"/></svg>',
    );
    expect(html).toBe(
      '<a href="../../index.html">x</a><form action="../index.html?a=1"></form><img src="../../x.svg" srcset="../../x.svg 1x, ../../x.svg 2x"><svg><use xlink:href="../../x.svg#a"/></svg>',
    );
  });

  test('has relative addresses also in what scripts read', async () => {
    const marks = JSON.stringify([{ href: '/documents/#a', label: '/not an address' }, '/documents/st-1/']);
    const { html } = await rewrite(`<p data-marks='${marks}' data-list="/documents/" data-text="/elsewhere/">x</p>`);
    expect(html).toContain('../index.html#a');
    expect(html).toContain('/not an address');
    expect(html).toContain('data-list="../index.html"');
    expect(html).toContain('data-text="/elsewhere/"');
  });

  test('has classic scripts in place of modules, in order, behind its own', async () => {
    const { html, modules } = await rewrite(
      '<head><meta charset="utf-8"><link rel="modulepreload" href="/_astro/a.js"></head><script type="module" src="/_astro/a.js"></script><script type="module">import "/_astro/b.js"; if (a < b) c()</script><script type="application/json">{"a":"/documents/"}</script>',
    );
    expect(html).toBe(
      '<head><meta charset="utf-8"><script defer src="../../_folder/folder.js"></script></head><script defer src="../../_astro/1.js"></script><script defer src="../../_astro/2.js"></script><script type="application/json">{"a":"/documents/"}</script>',
    );
    expect(modules).toEqual(['/_astro/a.js', 'import "/_astro/b.js"; if (a < b) c()']);
  });

  test('asks for nothing that needs a server', async () => {
    const { html } = await rewrite(
      '<link rel="stylesheet" href="/_astro/page.css" crossorigin integrity="sha256-x"><link rel="manifest" href="/app.webmanifest"><link rel="icon" href="/gone.svg">',
    );
    expect(html).toBe('<link rel="stylesheet" href="../../_astro/page.css">');
  });

  test('marks links to other sites and opens them apart', async () => {
    const { html } = await rewrite('<a href="https://eur-lex.europa.eu/" rel="license">law</a>');
    expect(html).toContain('target="_blank" rel="license external noopener noreferrer"');
    expect(html).toMatch(/>law<span class="outside-copy" aria-hidden="true">.*outside this copy.*<\/a>$/);
    const picture = await rewrite('<svg><a href="https://eur-lex.europa.eu/"><text>law</text></a></svg>');
    expect(picture.html).toContain('target="_blank"');
    expect(picture.html).not.toContain('<span');
  });

  test('leaves out what is for the web, whatever is in it, and shows what is for the folder', async () => {
    const { html } = await rewrite(
      '<div data-world="web"><div><p>web <a href="/gone/">x</a></div><script type="module" src="/x.js"></script></div><div data-world="folder" hidden>folder</div><input data-world="web"><p>both</p>',
    );
    expect(html).toBe('<div data-world="folder">folder</div><p>both</p>');
  });

  test('tells of links that scripts hold, and of what is missing', async () => {
    const { html, missing } = await rewrite('<a href="entry.json" download>x</a><a href="/gone/">y</a>');
    expect(html).toContain('<a href="entry.json" download="" data-held="">');
    expect(missing).toEqual(['gone/index.html']);
  });

  test('is otherwise the same to the letter', async () => {
    const html =
      '<!DOCTYPE html><!-- c --><p class=a  title="a &amp; b">a&nbsp;&lt;b<br/><pre>\n x</pre><textarea>\n&lt;/p></textarea><title>&amp;</title>';
    expect((await rewrite(html)).html).toBe(html);
  });

  test('is made in linear time of hostile markup', async () => {
    for (const piece of ['<', '<a ', '<div data-world=web>', '&', '"', '<a href="']) {
      const html = piece.repeat(Math.floor(300_000 / piece.length));
      await rewrite(html);
    }
  }, 30_000);
});
