/** A day as the number of days since 1 January 1970. Layout reckons in days, not in dates. */
export type Day = number;

const LENGTH = 864e5;

/** `2015-07-09` → its number. */
export const dayOf = (iso: string): Day => Math.floor(Date.parse(`${iso}T00:00:00Z`) / LENGTH);

/** The day's date, `YYYY-MM-DD`. */
export const isoOf = (day: Day): string => new Date(day * LENGTH).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => new Date(day * LENGTH).getUTCFullYear();

/** 1 January of a year. */
export const startOfYear = (year: number): Day => Math.floor(new Date(0).setUTCFullYear(year, 0, 1) / LENGTH);

export const dateOf = (day: Day): Date => new Date(day * LENGTH);

export const dayAt = (date: Date): Day => Math.floor(date.getTime() / LENGTH);
