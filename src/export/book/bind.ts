import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../../edition/editions.ts';
import { beside, type OutFile } from '../context.ts';
import { chapterFile, writeEpub } from './epub.ts';
import type { Book } from './list.ts';
import { articleOf, idsIn, type Rewrite, toXhtml } from './xhtml.ts';

/**
 * Binds books out of the finished pages of an edition: what a page does not show, its book cannot.
 * @param pages folder of the built pages
 */
export async function* bindBooks(
  books: readonly Book[],
  pages: string,
  edition: Edition,
  site: string | null,
): AsyncGenerator<OutFile> {
  for (const book of books) yield { path: book.path, body: await bind(book, pages, edition, site) };
}

async function bind(book: Book, pages: string, edition: Edition, site: string | null): Promise<Uint8Array> {
  const articles = await Promise.all(
    book.chapters.map(async ({ address }) => {
      const file = beside(address, 'index.html');
      const article = articleOf(await readFile(join(pages, file), 'utf8'), file);
      return { address, article, ids: idsIn(article) };
    }),
  );
  const places = new Map(articles.map(({ address, ids }, index) => [address, { index, ids }]));
  return writeEpub({
    identifier: `enfocustom:${edition}:${book.address}`,
    title: book.title,
    day: book.day,
    chapters: articles.map(({ address, article }, index) => ({
      title: book.chapters[index]?.title ?? address,
      body: toXhtml(article, linksFrom(address, places, site)),
    })),
  });
}

type Places = ReadonlyMap<string, { readonly index: number; readonly ids: ReadonlySet<string> }>;

/** Links to chapters stay in the book, others lead to the site; without one they are plain words. */
function linksFrom(page: string, places: Places, site: string | null): Rewrite {
  return (href) => {
    if (/^(https?|mailto):/.test(href)) return href;
    const [path = '', anchor] = href.split('#');
    const place = places.get(path || page);
    if (place) {
      const file = chapterFile(place.index);
      return anchor && place.ids.has(anchor) ? `${file}#${anchor}` : file;
    }
    return site !== null && href.startsWith('/') ? site + href : null;
  };
}
