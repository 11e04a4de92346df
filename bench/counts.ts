import { UsageError } from '../src/lib/command.ts';

/** A whole number as typed behind an option. */
export function parseCount(option: string, text: string, least = 0): number {
  const count = Number(text);
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(`--${option} ${text}: it must be a whole number.`);
  if (count < least) throw new UsageError(`--${option} ${text}: it must be ${least} or more.`);
  return count;
}

/** Several, with commas between them; each at least 1 and given once. */
export function parseCounts(option: string, text: string): number[] {
  return [...new Set(text.split(',').map((part) => parseCount(option, part.trim(), 1)))];
}
