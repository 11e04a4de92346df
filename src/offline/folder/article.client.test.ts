import { afterEach, expect, test, vi } from 'vitest';
import { handOverArticle } from './article.client.ts';

afterEach(() => vi.unstubAllGlobals());

/** The messages that a page at an address posts to the page around it. */
function postedFrom(address: string, isFramed: boolean): unknown[] {
  const posted: unknown[] = [];
  const own = {};
  vi.stubGlobal('location', new URL(address));
  vi.stubGlobal('window', own);
  vi.stubGlobal('parent', isFramed ? { postMessage: (message: unknown) => posted.push(message) } : own);
  vi.stubGlobal('document', { querySelector: () => ({ outerHTML: '<article>Words</article>' }) });
  handOverArticle();
  return posted;
}

test.each([
  ['file:///copy/documents/index.html', true, [{ article: '<article>Words</article>' }]],
  ['file:///copy/documents/index.html', false, []],
  ['http://archive.example/documents/', true, []],
  ['https://archive.example/documents/', true, []],
])('%s, framed %s, hands over %j', (address, isFramed, posted) => {
  expect(postedFrom(address, isFramed)).toEqual(posted);
});
