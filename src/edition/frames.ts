import { isDocument } from '../archive/access.ts';
import { addressOf } from '../archive/address.ts';
import { collections, type Entry } from '../archive/collections.ts';
import { disclosureOf } from '../archive/disclosure.ts';
import { itemOf } from '../archive/item.ts';
import type { Shown } from '../archive/schema/parts.ts';
import { shapeOf } from '../archive/schema-walk.ts';
import type { PartEntry } from './part.ts';

/** The part of an entry that the public sees around withheld facts: no source opened it, and it may tell of them. */
export interface Frame {
  readonly collection: Entry['collection'];
  readonly id: string;
  readonly address: string;
  /** Its own name, or facts of a document that is known in part, or items of a numbered list. */
  readonly withheld: 'name' | 'part' | 'items';
  /** Fields that are shown without a source, with their values. */
  readonly fields: readonly (readonly [field: string, value: string])[];
  /** Numbered lists in which numbers are missing. */
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly field: string;
  readonly shown: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The frames of an edition: entries whose name is withheld, documents that are known in part, and lists with numbers that
 * skip. For whoever publishes: the partition is right in each case, and an id or a number may tell more than was meant.
 */
export function framesOf(part: readonly Pick<PartEntry, 'entry' | 'original'>[]): Frame[] {
  return part.flatMap(({ entry, original }) => frameOf(original, entry));
}

function frameOf(original: Entry, shown: Entry): Frame[] {
  const { collection, id } = shown;
  const frame = {
    collection,
    id,
    address: addressOf(collection, id),
    gaps: [...gapsIn(original.record, shown.record)],
  };
  const [before, after] = [itemOf(original), itemOf(shown)];
  if (before.title !== after.title || before.label !== after.label) {
    return [{ ...frame, withheld: 'name', fields: sourceless(shown, HEADER_AND_DOCUMENT) }];
  }
  if (isKnownInPart(original, shown)) return [{ ...frame, withheld: 'part', fields: sourceless(shown, DOCUMENT) }];
  return frame.gaps.length > 0 ? [{ ...frame, withheld: 'items', fields: [] }] : [];
}

/** A document of which a portion is withheld, or that is known from several sources of which one is closed. */
function isKnownInPart(original: Entry, shown: Entry): boolean {
  if (!isDocument(original) || !isDocument(shown)) return false;
  const { access, source } = original.record;
  if (access.status === 'partial') return true;
  return access.status === 'reference-only' && JSON.stringify(source) !== JSON.stringify(shown.record.source);
}

const HEADER_AND_DOCUMENT: ReadonlySet<Shown> = new Set<Shown>(['header', 'document']);
const DOCUMENT: ReadonlySet<Shown> = new Set<Shown>(['document']);

/** Fields of a record that are shown by their class. */
function sourceless({ collection, record }: Entry, classes: ReadonlySet<Shown>): (readonly [string, string])[] {
  const shape = shapeOf(collections[collection].schema) ?? {};
  return Object.entries(record).flatMap(([field, value]) => {
    const schema = shape[field];
    const disclosure = schema && disclosureOf(schema, false);
    if (!disclosure || disclosure === 'follows-source' || !classes.has(disclosure)) return [];
    return [[field, typeof value === 'string' ? value : JSON.stringify(value)] as const];
  });
}

/** Lists of a record whose items bear numbers, where the edition lacks some of them. */
function* gapsIn(original: unknown, shown: unknown, path = ''): Iterable<Gap> {
  if (typeof original !== 'object' || original === null || typeof shown !== 'object' || shown === null) return;
  if (Array.isArray(original) && Array.isArray(shown)) {
    const kept = new Map(shown.map((item) => [numberOf(item), item]));
    const numbers = original.flatMap((item) => numberOf(item) ?? []);
    const missing = numbers.filter((number) => !kept.has(number));
    if (missing.length > 0) yield { field: path, shown: numbers.filter((number) => kept.has(number)), missing };
    for (const item of original) {
      const number = numberOf(item);
      if (number !== null) yield* gapsIn(item, kept.get(number), path);
    }
    return;
  }
  for (const [key, value] of Object.entries(original)) {
    yield* gapsIn(value, (shown as Record<string, unknown>)[key], path ? `${path}.${key}` : key);
  }
}

/** The number of an item in its list: `1/b` of an objective, `3.1` of a point of an agenda. */
function numberOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { id, number } = item as { id?: unknown; number?: unknown };
  const own = id ?? number;
  return typeof own === 'string' || typeof own === 'number' ? String(own) : null;
}

const WORDS: Readonly<Record<Frame['withheld'], string>> = {
  name: 'its name is withheld',
  part: 'it is known in part',
  items: 'items of it are withheld',
};

/** The report for whoever publishes, one entry a line; empty where there is nothing to look at. */
export function describeFrames(frames: readonly Frame[]): string {
  if (frames.length === 0) return '';
  const lines = frames.map(({ address, withheld, fields, gaps }) => {
    const shown = fields.map(([field, value]) => `${field} ${value}`);
    const skips = gaps.map((gap) => `${gap.field} ${gap.shown.join(', ')} without ${gap.missing.join(', ')}`);
    const seen = [...shown, ...skips];
    return `  ${address}: ${WORDS[withheld]}${seen.length > 0 ? `; shown all the same: ${seen.join('; ')}` : ''}`;
  });
  return [
    `What the public sees around what is withheld, of ${frames.length === 1 ? 'one entry' : `${frames.length} entries`}:`,
    ...lines,
    'Where an address or a number tells too much, give the entry another id, or withhold what points to it.',
  ].join('\n');
}
