/** The page of the printed document that a locator names, `page-7`; null where it names another place. */
export function pageOf(locator: string): number | null {
  const page = /^page-(\d{1,4})$/.exec(locator);
  return page ? Number(page[1]) : null;
}

/** The words of the heading that bears a locator; null where no heading does. */
export type HeadingOf = (locator: string) => string | null | undefined;

/**
 * A locator in words that a reader finds in the paper: `2.1-4` → `2.1, point 4`; `4-p2` → `4, paragraph 2`; a section
 * without a number is called by its heading: `now-p1` → `under “Now more than ever”, paragraph 1`.
 */
export function formatLocator(locator: string, headingOf: HeadingOf = () => null): string {
  const page = pageOf(locator);
  if (page !== null) return `page ${page}`;
  const parts = locator.split('-');
  const depth = parts.findLastIndex((_, index) => headingOf(parts.slice(0, index + 1).join('-'))) + 1;
  const { head, rest } = depth > 0 ? sectionOf(parts, depth, headingOf) : withoutHeading(parts);
  return [head, ...rest.map(wordsOf)].join(', ');
}

interface Section {
  readonly head: string;
  /** What of the locator stands within the section. */
  readonly rest: readonly string[];
}

/** A numbered section is called by its number, one numbered within another by both, any other by its heading. */
function sectionOf(parts: readonly string[], depth: number, headingOf: HeadingOf): Section {
  const [first = ''] = parts;
  if (/^\d/.test(first)) return { head: first, rest: parts.slice(1) };
  const around = parts.slice(0, depth - 1).join('-');
  const numbered = /^\d+$/.test(parts[depth - 1] ?? '') && depth > 1 && headingOf(around);
  if (numbered) return sectionOf(parts, depth - 1, headingOf);
  return { head: `under “${headingOf(parts.slice(0, depth).join('-'))}”`, rest: parts.slice(depth) };
}

/** Where no heading is known, words up to the first number or letter are its slug. */
function withoutHeading([first = '', ...others]: readonly string[]): Section {
  const end = others.findIndex((part) => wordsOf(part) !== part);
  const slug = [first, ...(end === -1 ? others : others.slice(0, end))];
  return { head: slug.length === 1 ? wordsOf(first, '') : slug.join(' '), rest: end === -1 ? [] : others.slice(end) };
}

/** `p2` → `paragraph 2`, `4` → `point 4`, `a` → `(a)`. */
function wordsOf(part: string, point: unknown = 'point '): string {
  const block = /^p(\d+)$/.exec(part);
  if (block) return `paragraph ${block[1]}`;
  if (/^\d+$/.test(part)) return typeof point === 'string' ? point + part : `point ${part}`;
  return /^[a-z]$|^[ivx]+$/.test(part) ? `(${part})` : part;
}
