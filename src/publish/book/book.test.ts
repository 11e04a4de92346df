import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { exportContext } from '../../../tests/support/export-context.ts';
import { makeAll } from '../../../tests/support/made.ts';
import { SMALL_ARCHIVE, writeArchive } from '../../../tests/support/small-archive.ts';
import { bookPlan } from './bind.ts';
import { type Book, booksOf } from './list.ts';

const BOOK: Book = {
  path: 'plans/1/book.epub',
  address: '/plans/1/',
  title: 'A plan & <its> actions',
  day: '2019-05-02',
  chapters: [
    { address: '/plans/1/', title: 'Plan' },
    { address: '/actions/1.1/', title: 'Action 1.1' },
  ],
};
const PAGES = {
  'plans/1/index.html': `<!doctype html><html lang="en"><head><script type="application/ld+json">{}</script></head><body>
<nav><a href="/">Home</a></nav><main><article data-pagefind-body><h1>Plan</h1><p id="s-1-1">Text &amp; more<br>
<a class="permalink" href="#s-1-1">¶</a> <a href="/actions/1.1/#s-2">there</a> <a href="/actions/1.1/#lost">lost</a>
<a href="#s-1-1">here</a> <a href="/topics/post/">topic</a> <a href="https://eur-lex.europa.eu/x?a=1&amp;b=2">law</a></p>
<unknown-tag onclick="x()">kept words</unknown-tag><script>alert(1)</script><style>p{}</style><svg><text>drawn</text></svg>
<form><input value="x"></form><p class="add no-print">to do</p><ol start="3"><li value="4">four</li></ol><table><tr><td colspan="2">cell</td></tr></table>
</article></main></body></html>`,
  'actions/1.1/index.html': '<!doctype html><main><article><h1>Action</h1><p id="s-2">Done.</p></article></main>',
};

async function bind(site: string | null): Promise<Uint8Array> {
  const pages = await mkdtemp(join(tmpdir(), 'enfocustom-pages-'));
  for (const [name, html] of Object.entries(PAGES)) {
    await mkdir(dirname(join(pages, name)), { recursive: true });
    await writeFile(join(pages, name), html);
  }
  const books = await makeAll(bookPlan([BOOK], pages, 'public', site));
  return books.get(BOOK.path) ?? expect.fail('no book');
}
const membersOf = (epub: Uint8Array) =>
  Object.entries(unzipSync(epub)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);

describe('a book', async () => {
  const epub = await bind(null);
  const members = new Map(membersOf(epub));
  const first = members.get('book/chapter-1.xhtml') ?? '';

  test('begins with its type, as it stands', () => {
    expect(strFromU8(epub.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  });

  test('is well-formed XML throughout', () => {
    for (const [name, text] of members) {
      if (!/\.(xhtml|opf|xml)$/.test(name)) continue;
      const parser = sax.parser(true);
      parser.onerror = (error) => expect.fail(`${name}: ${error.message}`);
      parser.write(text).close();
    }
  });

  test('holds the words of the page, and nothing that runs', () => {
    for (const words of ['Text &#38; more<br/>', 'kept words', '<ol start="3"><li value="4">', '<td colspan="2">cell'])
      expect(first).toContain(words);
    for (const other of ['alert', 'onclick', 'drawn', 'form', 'p{}', 'Home', '¶', 'ld+json', 'to do'])
      expect(first).not.toContain(other);
  });

  test('leads to its own chapters, to places that there are', () => {
    expect(first).toContain('<a href="chapter-2.xhtml#s-2">there</a>');
    expect(first).toContain('<a href="chapter-2.xhtml">lost</a>');
    expect(first).toContain('<a href="chapter-1.xhtml#s-1-1">here</a>');
    expect(first).toContain('<a href="https://eur-lex.europa.eu/x?a=1&#38;b=2">law</a>');
  });

  test('leads to the site where there is one', async () => {
    expect(first).toContain('<span>topic</span>');
    const published = new Map(membersOf(await bind('https://archive.example')));
    expect(published.get('book/chapter-1.xhtml')).toContain('<a href="https://archive.example/topics/post/">topic</a>');
  });

  test('is the same bytes each time, in every zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      expect(await bind(null)).toEqual(epub);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

test('books are strategies with their documents, and plans with their actions', async () => {
  const files: Record<string, string> = {
    'strategies/2019.yaml':
      'title: { value: Strategy, source: register:ST-1-2020-INIT }\ndocument: { to: ST-14001-2019-INIT, source: register:ST-1-2020-INIT }\n',
    'strategies/2012.yaml':
      'title: { value: Older, source: register:ST-1-2020-INIT }\ndocument: { to: ST-14004-2012-INIT, source: register:ST-1-2020-INIT }\n',
    'documents/st-14004-2012-init.md': '---\nnumber: 14004/12\ntitle: Known\naccess: { status: reference-only }\n---\n',
  };
  const { archive } = await exportContext(await writeArchive({ ...SMALL_ARCHIVE, ...files }), 'public', null);
  expect(booksOf(archive).map(({ path, chapters }) => [path, chapters.map(({ address }) => address)])).toEqual([
    ['strategies/2012/book.epub', ['/strategies/2012/']],
    ['strategies/2019/book.epub', ['/strategies/2019/', '/documents/st-14001-2019-init/']],
    ['action-plans/ccwp-9/book.epub', ['/action-plans/ccwp-9/', '/actions/9.1/']],
  ]);
});
