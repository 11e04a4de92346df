/** References: the families the texts use. */
export type Reference =
  | {
      readonly kind: 'council';
      readonly series: string;
      readonly number: number;
      readonly year: number;
      readonly suffix: string;
    }
  | { readonly kind: 'commission'; readonly key: string }
  | { readonly kind: 'journal'; readonly key: string }
  | { readonly kind: 'journal-act'; readonly key: string }
  | { readonly kind: 'celex'; readonly celex: string }
  | { readonly kind: 'action'; readonly id: string }
  | { readonly kind: 'plan'; readonly number: number };

export interface FoundReference {
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const COUNCIL = /\b(\d{4,5})\/(?:(\d{1,2})\/)?(\d{2})\b/g;

export function findReferences(text: string): FoundReference[] {
  return [...text.matchAll(COUNCIL)].map((match) => ({
    reference: {
      kind: 'council',
      series: 'ST',
      number: Number(match[1]),
      year: Number(match[3]) + (Number(match[3]) >= 50 ? 1900 : 2000),
      suffix: match[2] ? `REV-${match[2]}` : 'INIT',
    },
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

export function parseReference(text: string): Reference | null {
  const id = /^([A-Z-]{2,7})-(\d+)-(\d{4})-(.+)$/.exec(text);
  if (id)
    return { kind: 'council', series: id[1] ?? '', number: Number(id[2]), year: Number(id[3]), suffix: id[4] ?? '' };
  return findReferences(text)[0]?.reference ?? null;
}

export function keyOf(reference: Reference): string {
  return reference.kind === 'council'
    ? `${reference.series}-${reference.number}-${reference.year}-${reference.suffix}`
    : JSON.stringify(reference);
}

export function formatReference(reference: Reference, _style: 'register' | 'printed'): string {
  return keyOf(reference);
}

export function slugOf(reference: Reference): string {
  return keyOf(reference).toLowerCase();
}

export function linkFor(_reference: Reference): { url: string; exactness: 'exact' | 'issue' | 'register' } | null {
  return null;
}
