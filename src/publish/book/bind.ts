import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../../edition/editions.ts';
import { beside } from '../context.ts';
import { type PlannedFile, planned } from '../plan.ts';
import { chapterFile, writeEpub } from './epub.ts';
import type { Book } from './list.ts';
import { articleOf, idsIn, type Rewrite, toXhtml } from './xhtml.ts';

/** All that a book is bound from. */
interface BookInput {
  readonly book: Book;
  readonly edition: Edition;
  readonly site: string | null;
  /** The HTML of the pages of its chapters. */
  readonly pages: readonly string[];
}

/**
 * Books out of the finished pages of an edition: what a page does not show, its book cannot.
 * @param folder of the built pages
 */
export function bookPlan(books: readonly Book[], folder: string, edition: Edition, site: string | null): PlannedFile[] {
  return books.map((book) => {
    const read = () => {
      const pages = book.chapters.map(({ address }) => readFileSync(join(folder, pageOf(address)), 'utf8'));
      return { book, edition, site, pages };
    };
    return planned(book.path, () => bind(read()));
  });
}

const pageOf = (address: string) => beside(address, 'index.html');

function bind({ book, edition, site, pages }: BookInput): Uint8Array {
  const articles = book.chapters.map(({ address }, index) => {
    const article = articleOf(pages[index] ?? '', pageOf(address));
    return { address, article, ids: idsIn(article) };
  });
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
