import { h } from 'hastscript';
import type { Catalogue } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import type { MarginNote } from '../markdown/annotate.ts';
import { PREFIX, type RenderedText, renderText } from '../markdown/render.ts';
import { currentSite } from './current.ts';
import { MOST_IN_A_ROW } from './paging/budget.ts';
import { linksFor } from './resolve.ts';
import type { Section } from './section.ts';

/** The Markdown of an entry in this edition; empty if it has none. */
export const textOf = ({ entry }: Item): string => currentSite().bodyOf(entry);

/** The précis or official text of a document, ready for its page; null where the archive holds none. */
export function renderBody(archive: Catalogue, item: Item<'documents' | 'texts'>): RenderedText | null {
  const markdown = textOf(item);
  if (!markdown.trim()) return null;
  const prefix = item.collection === 'texts' ? PREFIX.text : PREFIX.precis;
  return renderText(markdown, {
    prefix,
    ...linksFor(archive, item.address),
    marginNote: marginNotes(archive, item),
    shift: 1,
  });
}

/** Beside a paragraph of a précis: the entries whose facts rest on it. */
function marginNotes(archive: Catalogue, item: Item<'documents' | 'texts'>): MarginNote {
  return (locator) => {
    const resting = item.collection === 'documents' ? archive.restingOn(item.address, locator) : [];
    if (resting.length === 0) return null;
    const links = resting
      .slice(0, MOST_IN_A_ROW)
      .map(({ address, label }) => h('li', h('a', { href: address }, label)));
    const more = resting.length - links.length;
    if (more > 0) links.push(h('li', ['and ', h('a', { href: '#links-here' }, `${more} more`)]));
    return h('details', { className: ['resting'] }, [
      h('summary', `Source for ${resting.length} ${resting.length === 1 ? 'entry' : 'entries'}`),
      h('ul', { className: ['resting-list'] }, links),
    ]);
  };
}

/** The table of contents of a document's page. */
export function documentSections(precis: RenderedText | null, text: RenderedText | null, notes: boolean): Section[] {
  const headings = ({ anchors }: RenderedText, prefix: string): Section[] =>
    anchors.flatMap(({ kind, locator, level, title }) =>
      kind === 'heading' && title ? [{ id: prefix + locator, title, level: level === 2 ? 2 : 3 } as const] : [],
    );
  return [
    ...(notes ? [{ id: 'notes', title: 'Editors’ notes', level: 1 } as const] : []),
    ...(precis ? [{ id: 'precis', title: 'Précis', level: 1 } as const, ...headings(precis, PREFIX.precis)] : []),
    ...(text ? [{ id: 'text', title: 'Official text', level: 1 } as const, ...headings(text, PREFIX.text)] : []),
  ];
}
