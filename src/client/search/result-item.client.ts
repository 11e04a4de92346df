import type { EntryRow } from '../../search/entry.ts';
import type { Segment } from '../../search/excerpt.ts';
import type { Direct, Result } from '../../search/protocol.ts';
import { el } from './dom.client.ts';
import { hrefOf } from './site-address.client.ts';

const REASONS: Readonly<Record<Direct['why'], string | null>> = {
  reference: null,
  name: null,
  number: 'has this number',
  day: 'of this day',
  near: 'has a name like this',
  'same-number': 'another version of the document you asked for',
};

export interface ItemContext {
  readonly base: string;
  /** Words to mark on the page that the link leads to. */
  readonly marks: readonly string[];
}

/** One result, beginning with the link to its entry. */
export function resultItem(found: Direct | Result, context: ItemContext): HTMLLIElement {
  const { row, segments = [], sections = [] } = found;
  const why = 'why' in found ? found.why : null;
  const meaning = 'meaning' in found ? found.meaning : undefined;
  const reason = why && REASONS[why];
  const href = hrefOf(row.address, context.base);
  const label = row.label !== row.title ? el('span', { class: 'mark' }, row.label) : null;
  return el(
    'li',
    { class: why ? 'direct' : undefined },
    entryLink(href, context.marks, label, label ? ' ' : null, row.title === row.label && label ? null : row.title),
    el('p', { class: 'result-facts' }, facts(row), reason ? ` · ${reason}` : null),
    meaning && el('p', { class: 'result-meaning' }, meaning),
    segments.length > 0 && el('p', { class: 'result-passage' }, ...segments.map(segmentNode)),
    sections.length > 0 &&
      el(
        'ul',
        { class: 'result-sections', 'aria-label': 'Sections that match' },
        ...sections.map(({ anchor, title }) =>
          el('li', {}, entryLink(`${href.split('#')[0]}#${anchor}`, context.marks, title.replace(/\.$/, ''))),
        ),
      ),
  );
}

function segmentNode({ text, mark }: Segment): Node | string {
  return mark ? el('mark', {}, text) : text;
}

function facts({ kind, date, marking, access, text }: EntryRow): string {
  const shown = marking === access ? marking : [marking, access].filter(Boolean).join(', ');
  return [kind, date, shown, text && 'official text held'].filter(Boolean).join(' · ');
}

/**
 * A link that tells the page it leads to which words to mark. They join the address only when the link is followed, so
 * that the address that is seen and copied is the entry's own.
 */
function entryLink(href: string, marks: readonly string[], ...content: (Node | string | null)[]): HTMLAnchorElement {
  const link = el('a', { href }, ...content);
  const follow = (event: MouseEvent) => {
    if (event.button > 1 || marks.length === 0) return;
    const url = new URL(href);
    url.search = new URLSearchParams({ mark: marks.join(' ') }).toString();
    link.href = url.href;
    setTimeout(() => {
      link.href = href;
    });
  };
  link.addEventListener('click', follow);
  link.addEventListener('auxclick', follow);
  return link;
}
