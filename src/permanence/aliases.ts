import { parseReference } from '../archive/reference/index.ts';

/** The other names under which a document's page answers, as the last part of an address. */
export interface Aliases {
  /** Names that get a page of their own: those that a reader makes of a printed number. */
  readonly pages: readonly string[];
  /** Names that only a host's list of redirects knows. */
  readonly host: readonly string[];
}

/**
 * Every spelling of a document's number as a name in an address: `13944-22`, `13944-2022`, `st-13944-22`,
 * `ST-13944-2022-INIT`, `9710-1-97`.
 * @param slug the document's own name: `st-13944-2022-init`
 */
export function aliasesOf(slug: string): Aliases {
  const reference = parseReference(slug.toUpperCase());
  if (reference?.kind !== 'council') return { pages: [], host: [] };
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
  const named = numbers.map((name) => `${series.toLowerCase()}-${name}`);
  const glued = numbers.map((name) => `${series.toLowerCase()}${name}`);
  const pages = series === 'ST' ? numbers : named;
  const host = [...(series === 'ST' ? named : []), ...glued, ...(tail ? [] : numbers.map((n) => `${n}-init`))];
  const other = (name: string) => name !== slug;
  return { pages: pages.filter(other), host: [...host.filter(other), slug.toUpperCase()] };
}
