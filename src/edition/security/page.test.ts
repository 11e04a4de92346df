import { describe, expect, it } from 'vitest';
import { headerFiles } from './headers.ts';
import { examine } from './page.ts';
import { hashOf, policyOf } from './policy.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('the policy of a page', () => {
  it('stands behind the declaration of the encoding, and allows nothing that the page does not need', async () => {
    const { withPolicy, faults } = await examine(page('<title>A</title>', '<p>x</p>'));
    expect(faults).toEqual([]);
    expect(withPolicy()).toBe(
      page(
        `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"><title>A</title>`,
        '<p>x</p>',
      ),
    );
  });

  it('names inline scripts and styles by their hashes, data and files not', async () => {
    const script = 'if (a < b && c) x("&amp;</p>");';
    const style = 'p > b { color: red }';
    const html = page(
      `<script type="module">${script}</script><style>${style}</style><script type="application/ld+json">{"a":1}</script><script src="/a.js"></script>`,
    );
    const { needs } = await examine(html);
    expect([...needs.scripts]).toEqual([hashOf(script)]);
    expect([...needs.styles]).toEqual([hashOf(style)]);
    expect(policyOf(needs)).not.toMatch(/unsafe-inline|\*/);
  });

  it('allows WebAssembly and connections only where a page searches', async () => {
    const search = '<search><form></form></search>';
    expect(policyOf((await examine(page('', search))).needs)).not.toMatch(/wasm|connect/);
    const policy = policyOf((await examine(page('<script src="/s.js"></script>', search))).needs);
    expect(policy).toContain("'wasm-unsafe-eval'");
    expect(policy).toContain("connect-src 'self'");
    expect(policyOf((await examine(page('<script src="/s.js"></script>'))).needs)).not.toMatch(/wasm|connect/);
  });

  it('allows a connection to the search server where a page searches, and to none from a folder', async () => {
    const server = 'https://search.example';
    const searching = await examine(page('<script src="/s.js"></script>', '<search><form></form></search>'));
    expect(searching.withPolicy(undefined, server)).toContain(`connect-src 'self' ${server};`);
    expect(searching.withPolicy('file:', server)).not.toContain(server);
    expect((await examine(page('', '<p>x</p>'))).withPolicy(undefined, server)).not.toContain(server);
  });

  it('allows frames only to a page that reads others, and only in a folder', async () => {
    const reads = await examine(page('', '<div data-reads-pages></div>'));
    expect(reads.withPolicy('file:')).toContain('frame-src file:');
    expect(reads.withPolicy()).not.toContain('frame-src');
    expect((await examine(page('', '<div></div>'))).withPolicy('file:')).not.toContain('frame-src');
  });

  it('is made anew where one stands already, and for a copy opened from a folder', async () => {
    const once = (await examine(page('<style>a{}</style>'))).withPolicy();
    expect((await examine(once)).withPolicy()).toBe(once);
    const offline = (await examine(once)).withPolicy('file:');
    expect(offline).toContain('style-src file:');
    expect(offline.match(/http-equiv/g)).toHaveLength(1);
  });

  it.each([
    ['<p style="color:red">', 'style attribute'],
    ['<a onclick="x()">', 'handler onclick'],
    ['<a href="java\tscript:x()">', 'leads to javascript:x()'],
    ['<a href="&#106;avascript:x()">', 'leads to javascript:x()'],
    ['<img src="data:image/svg+xml,x">', 'leads to data:'],
    ['<iframe src="/x"></iframe>', '<iframe> is not used'],
    ['<object data="/x"></object>', '<object> is not used'],
    ['<meta http-equiv="Refresh" content="0;url=/">', 'sends its reader elsewhere'],
  ])('cannot allow %s', async (html, says) => {
    expect((await examine(page('', html))).faults.join()).toContain(says);
  });

  it('stands in header files as well, with what only a header can say', () => {
    const policy = policyOf({ scripts: new Set(), styles: new Set(), search: true });
    for (const text of Object.values(headerFiles(policy, 'public'))) {
      expect(text).toContain(`${policy}; frame-ancestors 'none'`);
      expect(text).not.toContain('noindex');
    }
    for (const text of Object.values(headerFiles(policy, 'delegates'))) expect(text).toContain('noindex');
  });

  it.each(['<', '<script>', '<!--', '"', '&'])('ends on a million characters of %j', async (sign) => {
    await examine(page('', sign.repeat(1_000_000 / sign.length)));
  });
});
