/** The archive's thirty years: days are counted from the first. */
export const FIRST_YEAR = 1996;
export const YEARS = 30;
const DAY = 86_400_000;
const FIRST = Date.UTC(FIRST_YEAR, 0, 1);
/** How many days there are. */
export const DAYS = (Date.UTC(FIRST_YEAR + YEARS, 0, 1) - FIRST) / DAY;

/** `2015-07-09`; days beyond the archive are its first and last. */
export function dateOf(day: number): string {
  return new Date(FIRST + within(day) * DAY).toISOString().slice(0, 10);
}

export const yearOf = (day: number) => new Date(FIRST + within(day) * DAY).getUTCFullYear();

/** How much of its year has passed on a day, from 0 up to 1. */
export function partOfYear(day: number): number {
  const start = (Date.UTC(yearOf(day), 0, 1) - FIRST) / DAY;
  return (within(day) - start) / 366;
}

export const within = (day: number) => Math.min(DAYS - 1, Math.max(0, Math.round(day)));
