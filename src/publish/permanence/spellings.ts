import { council } from '../../archive/reference/council.ts';
import type { CouncilReference } from '../../archive/reference/index.ts';

/**
 * Every spelling of a document's number as a name in an address, the likeliest first: `13944-22`, `13944-2022`,
 * `st-13944-22`, `ST-13944-2022-INIT`, `9710-1-97`.
 * @param slug the document's own name: `st-13944-2022-init`
 */
export function spellingsOf(slug: string): string[] {
  const reference = readSpelling(slug);
  if (!reference) return [];
  const { series, number, year, suffix } = reference;
  const short = String(year).slice(2);
  const tail = suffix === 'INIT' ? '' : `-${suffix.toLowerCase()}`;
  const revision = /^REV-(\d+)(.*)$/.exec(suffix);
  const middle = revision ? [`${number}-${revision[1]}-${short}`, `${number}-${revision[1]}-${short}${tail}`] : [];
  const numbers = [
    `${number}-${short}${tail}`,
    `${number}-${year}${tail}`,
    // A revision whose suffix goes on is not what the number with the revision in its middle names.
    ...(revision?.[2] ? middle.slice(1) : middle),
  ];
  const named = numbers.flatMap((name) => [`${series.toLowerCase()}-${name}`, `${series.toLowerCase()}${name}`]);
  const first = tail ? [] : numbers.map((name) => `${name}-init`);
  const all = [...(series === 'ST' ? numbers : []), ...named, ...(series === 'ST' ? first : []), slug.toUpperCase()];
  return [...new Set(all)].filter((name) => name !== slug);
}

const NAME =
  /^(?:(pe-cons|[a-z]{2,4})-?)?(\d{3,6})-(?:(\d{1,2})-)?((?:\d{2})?\d{2})((?:-(?:rev|add|cor|ext|dcl|amd)-?\d{1,3})*)(?:-init)?$/i;

/**
 * The document that a name in an address names, in any spelling and case; null where it names none. It uses no other
 * family of references: it runs in a page (`not-found.client.ts`).
 */
export function readSpelling(name: string): CouncilReference | null {
  const dashed = name.replace(/[\s/_]+/g, '-');
  const [, series = 'ST', number, middle, year, suffix = ''] = NAME.exec(dashed) ?? [];
  const printed = `${series} ${[number, ...(middle ? [middle] : []), year].join('/')}${suffix.replaceAll('-', ' ')}`;
  const text = number ? printed.toUpperCase() : name;
  const [found, second] = council.find(text, true);
  return found && !second && found.start === 0 && found.end === text.length ? found.reference : null;
}
