import { distance } from 'fastest-levenshtein';

/** A change to one value or key of a file that can only be what was meant. */
export type Mend =
  /** The value as typed, in quotes: a text that YAML takes for a number. */
  | { readonly kind: 'quote' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'key'; readonly key: string };

/** The candidate that differs from what was typed in nothing but case, hyphens, spaces and underscores. */
export function sameButForForm(typed: string, candidates: Iterable<string>): string | null {
  const fold = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  const wanted = fold(typed);
  const found = [...candidates].filter((candidate) => fold(candidate) === wanted);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The only candidate within a slip or two of what was typed. */
export function slipOf(typed: string, candidates: Iterable<string>): string | null {
  const most = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2;
  const near = [...candidates].filter((candidate) => distance(typed, candidate) <= most);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** A day written `3.11.2022` or `2022-11-3` in EDTF; null where it could mean anything else. */
export function asEdtfDay(typed: string): string | null {
  const printed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim());
  const [, day, month, year] = printed ?? [];
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? [];
  const parts = printed ? [year, month, day] : [y, m, d];
  return parts.every((part) => part !== undefined) ? parts.map((part) => part?.padStart(2, '0')).join('-') : null;
}
