import { inAllLanguages } from './languages.ts';
import { bare } from './normalise.ts';

export type Field = 'from' | 'to' | 'on' | 'previous' | 'commission' | 'subject' | 'status' | 'other';

export interface Label {
  readonly field: Field;
  /** Two letters each: several languages share some words. */
  readonly languages: readonly string[];
}

const FIELDS: readonly Field[] = ['subject', 'from', 'to', 'previous', 'commission', 'status', 'on', 'other'];
const BY_KEY = new Map<string, { field: Field; languages: string[] }>();
for (const field of FIELDS) {
  for (const [name, language] of inAllLanguages(field)) {
    const key = bare(name);
    if (key === '') continue;
    const known = BY_KEY.get(key);
    if (!known) BY_KEY.set(key, { field, languages: [language] });
    else if (known.field === field) known.languages.push(language);
  }
}

/** The label that these words are, in whatever spacing, dots, accents and case; else null. */
export function labelOf(words: string): Label | null {
  return words.length > 40 ? null : (BY_KEY.get(bare(words)) ?? null);
}

/** Labels of sender, addressee, previous document and subject that are words of two letters and more. */
export function wordsOfLabels(): string[] {
  return (['from', 'to', 'previous', 'commission', 'subject'] as const)
    .flatMap((field) => inAllLanguages(field).map(([word]) => word.replace(/\.$/, '')))
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);
}

export interface Labelled extends Label {
  /** What stands on the line behind the label, trimmed; may be empty. */
  readonly value: string;
}

/** A line that begins with a label and a colon or tab, or is nothing but a label. */
export function labelledLine(line: string): Labelled | null {
  const trimmed = line.trim();
  const colonless = /^N?[o°º]\.? ?(?:of )?(prev|Cion)\.? ?(?:docs?|prop)\.?(?=\s|$)/i.exec(trimmed);
  // A Finnish label has a colon inside.
  const split =
    /^(\p{L}{2,5}:\p{Ll} [^:\t]{1,40}?)\s*(:|\t)/u.exec(trimmed) ?? /^([^:\t]{1,40}?)\s*(:|\t|$)/.exec(trimmed);
  if (split) {
    const label = labelOf(split[1] ?? '');
    // A lone short word is a label only with its colon: "To" or "de" also begins a sentence.
    const sure = split[2] !== '' || (bare(split[1] ?? '').length > 4 && label?.field !== 'other');
    if (label && sure)
      return {
        ...label,
        value: trimmed
          .slice(split[0].length)
          .replace(/^[\s:|]+/, '')
          .trim(),
      };
  }
  if (!colonless) return null;
  const field = /cion/i.test(colonless[1] ?? '') ? 'commission' : 'previous';
  return {
    field,
    languages: ['en'],
    value: trimmed
      .slice(colonless[0].length)
      .replace(/^[\s:]+/, '')
      .trim(),
  };
}

/**
 * Breaks a line that holds several header items (merged columns, a whole first page) before each label, as far as
 * the subject: what follows that is text.
 */
export function splitAtLabels(line: string): string[] {
  const cuts = new Set<number>();
  const stop = line.slice(0, 6000);
  for (const match of stop.matchAll(/(?<![\p{L}\d])N?[o°º]\.? ?(?:prev|Cion)\.? ?(?:docs?|prop)\.?(?=[\s:])/gu)) {
    if (match.index > 0) cuts.add(match.index);
  }
  for (let colon = stop.indexOf(':'); colon >= 0; colon = stop.indexOf(':', colon + 1)) {
    const found = labelBefore(stop, colon);
    if (!found) continue;
    if (found.start > 0) cuts.add(found.start);
    if (found.label.field === 'subject') break;
  }
  const points = [0, ...[...cuts].sort((a, b) => a - b), line.length];
  const pieces: string[] = [];
  for (let i = 0; i + 1 < points.length; i++) pieces.push(line.slice(points[i], points[i + 1]).trim());
  return pieces.filter((piece) => piece !== '');
}

/** The longest run of up to five words that ends at the colon and is a label. */
function labelBefore(text: string, colon: number): { label: Label; start: number } | null {
  const before = text.slice(Math.max(0, colon - 48), colon).trimEnd();
  const offset = Math.max(0, colon - 48);
  let best: { label: Label; start: number } | null = null;
  let end = before.length;
  for (let words = 0; words < 5 && end > 0; words++) {
    const space = before.lastIndexOf(' ', end - 1);
    const label = labelOf(before.slice(space + 1));
    if (label) best = { label, start: offset + space + 1 };
    end = space;
    if (space < 0) break;
  }
  return best;
}
