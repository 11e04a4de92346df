import { isoOf } from '../../drawing/timeline/day.ts';
import type { Mark } from '../../drawing/timeline/mark.ts';
import { type TimelineRow, timelineCsv, timelineIcs } from '../../drawing/timeline/row.ts';
import { download } from '../reading/download.client.ts';
import { siteBase } from '../search/site-address.client.ts';

/** Media types of a saved timeline, by the ending of its file. */
const TYPES = { csv: 'text/csv', ics: 'text/calendar', svg: 'image/svg+xml' } as const;

interface Shown {
  readonly name: string;
  readonly marks: readonly Mark[];
  readonly list: HTMLElement;
  readonly picture: SVGSVGElement;
}

/** Saves what a timeline shows: its list as a table or a calendar, or its picture. */
export function saveTimeline(ending: keyof typeof TYPES, { name, marks, list, picture }: Shown): void {
  const contents = {
    csv: () => timelineCsv(rowsIn(list, marks)),
    ics: () => timelineIcs(name, rowsIn(list, marks), location.protocol === 'file:' ? null : location.origin),
    svg: () => standalone(picture),
  };
  download(`${name.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-')}.${ending}`, TYPES[ending], contents[ending]());
}

/** The events that the list shows; their days are in the marks. */
function rowsIn(list: HTMLElement, marks: readonly Mark[]): TimelineRow[] {
  const form = document.querySelector<HTMLFormElement>('form[data-search-box]');
  const base = form ? siteBase(form) : new URL('/', location.href).href;
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return [...list.querySelectorAll<HTMLElement>('ol > li')].flatMap((line): TimelineRow[] => {
    const mark = byId.get(line.id);
    const link = line.querySelector<HTMLAnchorElement>(':scope > span > a');
    if (!mark || !link || line.closest('[hidden]') || (mark.shape !== 'point' && !line.dataset.date)) return [];
    const { date = '', given = '', byNumber, sources = '' } = line.dataset;
    const entry = link.textContent;
    const behind = link.nextSibling?.textContent?.trim() ?? '';
    return [
      {
        id: mark.id,
        kind: mark.kind ?? '',
        date,
        earliest: mark.from === null ? '' : isoOf(mark.from),
        latest: mark.to === null ? '' : isoOf(mark.to),
        words: line.querySelector('.timeline-when')?.textContent?.trim() ?? '',
        asGiven: given,
        byNumber: byNumber !== undefined,
        planned: mark.planned === true,
        title: behind.startsWith(': ') ? behind.slice(2) : entry,
        entry,
        // In a copy for folders the page has its own name behind it.
        address: `/${link.href.slice(base.length).replace(/(^|\/)index\.html$/, '$1')}`,
        sources,
      },
    ];
  });
}

/** Properties that the style sheet sets of a picture's figures and words; SVG has them as attributes. */
const PAINT = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin'],
  ...['paint-order', 'font-weight', 'font-style', 'font-variant-numeric'],
];

/** The picture in a file of its own, in the colours for paper. */
function standalone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const figures = picture.querySelectorAll('*');
  // Colours follow the scheme that holds where they are used.
  picture.style.colorScheme = 'light';
  for (const [index, one] of copy.querySelectorAll('*').entries()) {
    const figure = figures[index];
    if (!figure) continue;
    const style = getComputedStyle(figure);
    for (const name of PAINT) one.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'data-id']) one.removeAttribute(name);
  }
  copy.setAttribute('font-family', getComputedStyle(picture).fontFamily);
  picture.style.colorScheme = '';
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
