import { type FoundCode, findCodes } from './codes.ts';
import type { Field } from './labels.ts';

/** Values without the subject codes that a conversion has left among them, and those codes. */
export interface Sorted {
  readonly values: ReadonlyMap<Field, string>;
  readonly codes: readonly string[];
}

/** Columns read one after the other leave the codes behind the addressee or before the subject. */
export function withoutStrayCodes(values: ReadonlyMap<Field, string>, lossy: boolean): Sorted {
  const sorted = new Map(values);
  const codes: string[] = [];
  for (const field of ['from', 'to', 'subject'] as const) {
    const value = values.get(field);
    if (value === undefined) continue;
    const found = findCodes(value, lossy);
    const run = field === 'subject' ? leading(value, found) : trailing(value, found);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || !run.some(({ known }) => known)) continue;
    const rest = `${value.slice(0, first.start)} ${value.slice(last.end)}`.trim();
    if (rest === '') continue;
    codes.push(...run.map(({ code }) => code));
    sorted.set(field, rest);
  }
  return { values: sorted, codes };
}

function leading(value: string, found: readonly FoundCode[]): FoundCode[] {
  let end = 0;
  return found.filter(({ start, end: next }) => {
    if (value.slice(end, start).trim() !== '') return false;
    end = next;
    return true;
  });
}

function trailing(value: string, found: readonly FoundCode[]): FoundCode[] {
  let start = value.length;
  const run = found.toReversed().filter(({ start: next, end }) => {
    if (value.slice(end, start).trim() !== '') return false;
    start = next;
    return true;
  });
  return run.reverse();
}
