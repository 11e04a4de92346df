/**
 * The year meant by two digits (50 and over is 19yy, else 20yy) or four;
 * null where it is no year in which a cited text can have appeared.
 */
export function yearOf(digits: string): number | null {
  if (!/^(?:\d{2}|\d{4})$/.test(digits)) return null;
  const value = Number(digits);
  const year = digits.length === 4 ? value : value >= 50 ? 1900 + value : 2000 + value;
  return year >= 1950 && year <= 2049 ? year : null;
}

/** `97` for 1997: the reverse of `yearOf`. */
export function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}
