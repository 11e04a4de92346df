import type { CslItem } from './csl.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * The citation in the archive's house style: `Council of the European Union, Presidency, ‘Title’, document 13944/22,
 * 3 November 2022, paragraph 2.` The style is published as `/data/enfocustom.csl`; this writes the same without the
 * cost of a citation processor on every page.
 * @param locator a place in words, see `formatLocator`
 */
export function citationText(item: CslItem, locator?: string): string {
  const number = item.number && (item.type === 'report' ? `document ${item.number}` : item.number);
  const parts = [
    ...(item.author ?? []).map(({ literal }) => literal),
    // A title of ours is quoted from nowhere.
    item.annote ? item.title : `‘${item.title}’`,
    number,
    item['container-title'],
    dateText(item),
    locator,
    item.type === 'webpage' ? item.URL : undefined,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function dateText({ issued }: CslItem): string | undefined {
  if (!issued) return undefined;
  const [first, last] = issued['date-parts'].map((parts) => {
    const [year, month, day] = parts;
    return [day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
  });
  return `${issued.circa ? 'about ' : ''}${last ? `${first}–${last}` : first}`;
}
