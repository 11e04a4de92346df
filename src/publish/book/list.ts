import type { Catalogue } from '../../archive/catalogue.ts';
import { parseDate } from '../../archive/date.ts';
import type { Item } from '../../archive/item.ts';

/** A book: pages of an edition bound together. */
export interface Book {
  /** Path below the edition: `action-plans/ccwp-9/book.epub`. */
  readonly path: string;
  /** Address of the page it belongs to; its name in all versions. */
  readonly address: string;
  readonly title: string;
  /** Addresses of its chapters, with what each is called. */
  readonly chapters: readonly { readonly address: string; readonly title: string }[];
  /** A day that belongs to it, `YYYY-MM-DD`: a book must bear one, and that of the build would make it another each time. */
  readonly day: string;
}

export const BOOK = 'book.epub';

/** Before anything that the archive holds. */
const EARLIEST = '1992-01-01';

/** Every book of an edition: the guide, each strategy with the document that holds it, each plan with its actions. */
export function booksOf(archive: Catalogue): Book[] {
  const strategies = archive.list('strategies').map((strategy) => {
    const { document } = strategy.entry.record;
    const text = document && archive.get('documents', document.to);
    const held = text && text.entry.record.access.status !== 'reference-only';
    return bookOf(strategy, held ? [strategy, text] : [strategy]);
  });
  const plans = archive.list('action-plans').map((plan) => {
    const actions = archive.incoming(plan.address).flatMap(({ kind, from }) => (kind === 'plan' ? [from] : []));
    return bookOf(plan, [plan, ...actions]);
  });
  return [...guideOf(archive), ...strategies, ...plans];
}

function bookOf(item: Item, chapters: readonly Item[]): Book {
  const parsed = item.date ? parseDate(item.date) : null;
  return {
    path: `${decodeURIComponent(item.address).slice(1)}${BOOK}`,
    address: item.address,
    title: nameOf(item),
    chapters: chapters.map((chapter) => ({ address: chapter.address, title: nameOf(chapter) })),
    day: parsed?.latest ?? parsed?.earliest ?? EARLIEST,
  };
}

const nameOf = ({ label, title }: Item) => (label === title ? title : `${label}: ${title}`);

function guideOf(archive: Catalogue): Book[] {
  const steps = [...archive.list('guide')].sort((a, b) => a.entry.record.order - b.entry.record.order);
  if (steps.length === 0) return [];
  const chapters = steps.map(({ address, title }) => ({ address, title }));
  const title = 'Enfocustom: guide for newcomers';
  return [{ path: `guide/${BOOK}`, address: '/guide/', title, chapters, day: EARLIEST }];
}
