import { yearOf } from './year.ts';

/** `bare`: an act under the third pillar whose kind is not named. */
export type Kind =
  | 'regulation'
  | 'directive'
  | 'decision'
  | 'recommendation'
  | 'framework-decision'
  | 'joint-action'
  | 'common-position'
  | 'bare';

/**
 * Framework decisions, 2000 to 2009 (the instrument existed between the Treaties of Amsterdam and Lisbon).
 * They share one series of numbers with decisions, so that `2002/584/JHA` alone does not tell which it is.
 */
const FRAMEWORK_DECISIONS: ReadonlySet<string> = new Set(
  (
    '2000/383 2001/220 2001/413 2001/500 2001/888 2002/465 2002/475 2002/584 2002/629 2002/946 2003/80 2003/568 ' +
    '2003/577 2004/68 2004/757 2005/212 2005/214 2005/222 2005/667 2006/783 2006/960 2008/675 2008/841 2008/909 ' +
    '2008/913 2008/919 2008/947 2008/977 2008/978 2009/299 2009/315 2009/829 2009/905 2009/948'
  ).split(' '),
);

/**
 * The CELEX number of an act from the two numbers of its citation, or null where they allow none.
 *
 * Order. Regulations are `No number/year` until 2014 and `year/number` since; directives, framework decisions, joint
 * actions and common positions are always `year/number`; so are decisions, but those of Parliament and Council until
 * 2014 (`No 210/97/EC`, `No 70/2008/EC`). Where both readings are possible, `No` decides.
 *
 * Letter. R, L, D, H; F for framework decisions and for joint actions under the third pillar, E for those of the common
 * foreign and security policy and for common positions. A bare `…/JHA` is F before 1999, when most acts under that title
 * were joint actions (the few decisions of those years are read wrongly unless the word "Decision" stands before them);
 * since 1999 D, or F where the number is that of a framework decision. Common positions in that field are not told apart.
 */
export function celexOf(
  kind: Kind,
  first: string,
  second: string,
  { no, suffix }: { no: boolean; suffix: string | undefined },
): { celex: string; glued: 0 | 1 } | null {
  const order = orderOf(kind, first, second, no, suffix);
  if (order === null) return null;
  const { year, number, glued } = order;
  if (number === 0 || number > 9999) return null;
  const letter = letterOf(kind, year, number, suffix);
  return { celex: `3${year}${letter}${String(number).padStart(4, '0')}`, glued };
}

interface Order {
  readonly year: number;
  readonly number: number;
  /** Digits of a footnote mark behind the number. */
  readonly glued: 0 | 1;
}

function orderOf(kind: Kind, first: string, second: string, no: boolean, suffix: string | undefined): Order | null {
  const numberFirst = readNumberFirst(first, second, no, suffix);
  const yearFirst = readYearFirst(first, second);
  // `Common Position (EC) No 38/1999` is a step of a procedure, with a CELEX number of another sector.
  if (kind === 'common-position' && no) return null;
  if (kind === 'regulation') return !no && yearFirst && yearFirst.year >= 2015 ? yearFirst : (numberFirst ?? yearFirst);
  if (kind !== 'decision' || isIntergovernmental(suffix)) return yearFirst;
  if (no) return numberFirst ?? yearFirst;
  // `97/2008/EC`: decisions bear four digits of their year since 1999.
  const secondIsYear = second.length === 4 && yearOf(first)?.toString() !== first;
  return secondIsYear ? (numberFirst ?? yearFirst) : (yearFirst ?? numberFirst);
}

function readNumberFirst(first: string, second: string, no: boolean, suffix: string | undefined): Order | null {
  const year = yearOf(second);
  if (year !== null) return year <= 2014 ? { year, number: Number(first), glued: 0 } : null;
  // A footnote mark glued to the year, as in `1049/20012`.
  if (suffix !== undefined || !(second.length === 5 || (no && second.length === 3))) return null;
  const cut = yearOf(second.slice(0, -1));
  return cut !== null && cut <= 2014 ? { year: cut, number: Number(first), glued: 1 } : null;
}

function readYearFirst(first: string, second: string): Order | null {
  const year = yearOf(first);
  if (year === null || (first.length === 2 && year > 1999) || second.length > 4) return null;
  return { year, number: Number(second), glued: 0 };
}

function letterOf(kind: Kind, year: number, number: number, suffix: string | undefined): string {
  switch (kind) {
    case 'regulation':
      return 'R';
    case 'directive':
      return 'L';
    case 'recommendation':
      return 'H';
    case 'framework-decision':
      return 'F';
    case 'common-position':
      return 'E';
    case 'joint-action':
      return suffix === 'CFSP' || suffix === 'PESC' ? 'E' : 'F';
    case 'bare':
      return year < 1999 || FRAMEWORK_DECISIONS.has(`${year}/${number}`) ? 'F' : 'D';
    case 'decision':
      return isIntergovernmental(suffix) && FRAMEWORK_DECISIONS.has(`${year}/${number}`) ? 'F' : 'D';
  }
}

/** Justice and home affairs, in the languages of headers. */
const INTERGOVERNMENTAL: ReadonlySet<string | undefined> = new Set(['JHA', 'JAI', 'JI', 'JBZ', 'RIF', 'ΔΕΥ']);

function isIntergovernmental(suffix: string | undefined): boolean {
  return INTERGOVERNMENTAL.has(suffix);
}
