import { h } from 'hastscript';
import type { Catalogue } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import { readBody } from '../archive/read.ts';
import type { MarginNote } from '../markdown/annotate.ts';
import { PREFIX, type RenderedText, renderText } from '../markdown/render.ts';
import { MOST_IN_A_ROW } from '../paging/budget.ts';
import { note } from './asked.ts';
import { contentFolder } from './edition.ts';
import { linksFor } from './resolve.ts';
import type { Section } from './section.ts';

/** The text of an entry in this edition; empty where it has none. */
export async function textOf({ entry }: Item): Promise<string> {
  note('body', entry.file);
  return readBody(contentFolder, entry.file);
}

/** The précis or official text of a document, ready for its page; null where the archive holds none. */
export async function renderBody(archive: Catalogue, item: Item<'documents' | 'texts'>): Promise<RenderedText | null> {
  const markdown = await textOf(item);
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
