/** Month names of the Council's header languages, by month; the genitive where a date takes it. */
const MONTHS = [
  'january janvier januar januari enero gennaio janeiro ιανουαριου tammikuuta stycznia ledna january',
  'february fevrier februar februari febrero febbraio fevereiro φεβρουαριου helmikuuta lutego unora',
  'march mars marz marts maart marzo marco μαρτιου maaliskuuta marca brezna',
  'april avril abril aprile απριλιου huhtikuuta kwietnia dubna',
  'may mai mei maj mayo maggio maio μαιου toukokuuta maja kvetna',
  'june juin juni junio giugno junho ιουνιου kesakuuta czerwca cervna',
  'july juillet juli julio luglio julho ιουλιου heinakuuta lipca cervence',
  'august aout augustus augusti agosto αυγουστου elokuuta sierpnia srpna',
  'september septembre septiembre settembre setembro σεπτεμβριου syyskuuta wrzesnia zari',
  'october octobre oktober octubre ottobre outubro οκτωβριου lokakuuta pazdziernika rijna',
  'november ovember novembre noviembre novembro νοεμβριου marraskuuta listopada listopadu',
  'december decembre dezember diciembre dicembre dezembro δεκεμβριου joulukuuta grudnia prosince',
];
const MONTH_OF = new Map(MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)));

/** A day of the month, with its ordinal ending. */
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°)?';
const FULL = new RegExp(
  `(?<!\\d)${DAY}\\s{0,3}(?:de\\s)?(\\p{L}{3,14})\\s{0,3}(?:del?\\s)?((?:19|20)\\d{2})(?!\\d)`,
  'gu',
);
const NUMERIC = /(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?!\d)/g;
/** The first day of a series that shares month or year: `9 and 10 July 2015`, `30 June–1 July 2015`. */
const FIRST_OF_MANY = new RegExp(
  `(?<!\\d)${DAY}(?:\\s+(\\p{L}{3,14}))?\\s*(?:,|-|–|/|&|and|et|und|och|en|e|y|to)\\s*${DAY}\\s*(\\p{L}{3,14})\\s*((?:19|20)\\d{2})(?!\\d)`,
  'u',
);

export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The first full date with a month name in a text, in any header language; else null. */
export function findDate(text: string): FoundDate | null {
  for (const match of text.matchAll(FULL)) {
    const date = toDate(match[1], monthOf(match[2]), match[3]);
    if (date) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The first date in figures, day first: `16.12.2022`, `02/07/2007`. */
export function findNumericDate(text: string): FoundDate | null {
  for (const match of text.matchAll(NUMERIC)) {
    const date = toDate(match[1], Number(match[2]), match[3]);
    if (date) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The first day of a meeting line: `9 July 2015`, `9 and 10 July 2015`, `09.07.2015`. */
export function firstDay(text: string): string | null {
  const many = FIRST_OF_MANY.exec(text);
  if (many) {
    const date = toDate(many[1], monthOf(many[2] ?? many[4]), many[5]);
    if (date) return date;
  }
  return (findDate(text) ?? findNumericDate(text))?.date ?? null;
}

function monthOf(name: string | undefined): number {
  return MONTH_OF.get((name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? 0;
}

function toDate(day: string | undefined, month: number, year: string | undefined): string | null {
  const value = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  if (month < 1 || value.getUTCMonth() !== month - 1 || value.getUTCDate() !== Number(day)) return null;
  return value.toISOString().slice(0, 10);
}
