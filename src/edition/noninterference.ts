import type { z } from 'zod';
import { collections, type Entry } from '../archive/collections.ts';
import type { EntryFace } from '../archive/read.ts';
import { elementOf, optionsOf, shapeOf, unwrap } from '../archive/schema-walk.ts';
import { sha256 } from '../lib/files.ts';
import { scanWithheld } from '../markdown/withheld-blocks.ts';
import { type PartEntry, type Partitionable, partOf } from './part.ts';

export interface NonInterference {
  /** Withheld values and bodies that were changed. */
  readonly changed: number;
  /** Withheld values that have no other form their schema accepts: ids, sources and the like. */
  readonly kept: number;
  /** Entries of the public edition that tell of a change or of a removal. */
  readonly differences: readonly string[];
  /** The archive with everything withheld changed, and without it. */
  readonly variants: Readonly<Record<'changed' | 'removed', Partitionable>>;
}

/**
 * Shows that the public edition does not depend on what is withheld: changes everything that `part` does not show, then
 * removes it, and partitions both again. What is withheld is the difference between the archive and its public part, field
 * by field of the schemas, so that a new field is covered by itself.
 */
export function nonInterference(archive: Partitionable, part: readonly PartEntry[]): NonInterference {
  const { changed, kept, archive: altered, bodies } = alter(archive, part);
  const removed = remove(part);
  const expected = digests(part, bodies);
  const differences = [
    ...differing(expected, digests(partOf(altered, 'public'), bodies)).map(
      (name) => `${name} (withheld matter changed)`,
    ),
    ...differing(expected, digests(partOf(removed, 'public'), bodies)).map(
      (name) => `${name} (withheld matter removed)`,
    ),
  ];
  return { changed, kept, differences, variants: { changed: altered, removed } };
}

/** The archive without what the public edition does not show. */
function remove(part: readonly PartEntry[]): Partitionable {
  const bodies = new Map(part.map(({ entry, body }) => [keyOf(entry), body]));
  return { entries: part.map(({ entry }) => entry), bodyOf: (entry) => bodies.get(keyOf(entry))?.() ?? '' };
}

/** Withheld entries that the changed archive has in addition: their number must not show either. */
const ADDED: readonly Entry[] = [
  {
    collection: 'documents',
    id: 'ST-99998-2099-INIT',
    file: 'documents/st-99998-2099-init.md',
    record: collections.documents.schema.parse({
      number: '99998/99',
      title: 'Added',
      access: { status: 'reference-only' },
    }),
  } as Entry,
  {
    collection: 'topics',
    id: 'added-topic',
    file: 'topics/added-topic.yaml',
    record: collections.topics.schema.parse({
      name: 'Added',
      notes: [{ text: 'Added.', source: 'ST-99998-2099-INIT' }],
    }),
  } as Entry,
];

/** Replaces everything that is not shown by something else, and makes lists of withheld objects longer. */
function alter(archive: Partitionable, part: readonly PartEntry[]) {
  const shown = new Map(part.map((one) => [keyOf(one.entry), one.entry]));
  const counts = { changed: 0, kept: 0 };
  const entries: Entry[] = [...ADDED];
  const bodies = new Map<string, string>();
  for (const entry of archive.entries) {
    const open = shown.get(keyOf(entry));
    const { schema } = collections[entry.collection];
    const altered = alterValue(schema, entry.record, open?.record, counts);
    // Conditions between fields may refuse a mixture of old and new values: such a record stays as it is.
    const parsed = schema.safeParse(altered);
    entries.push({ ...entry, record: parsed.success ? parsed.data : entry.record } as Entry);
    const body = alterBody(archive, entry, open, counts);
    if (body !== null) bodies.set(keyOf(entry), body);
  }
  const bodyOf = (entry: EntryFace) => bodies.get(keyOf(entry)) ?? archive.bodyOf(entry);
  return { ...counts, archive: { entries, bodyOf }, bodies: new Set(bodies.keys()) };
}

/** Fields that decide who may see the others: the rule, not the matter. */
const RULES: ReadonlySet<string> = new Set(['source', 'access', 'edition']);

interface Counts {
  changed: number;
  kept: number;
}

/** The value with everything else in place of what `open`, its shown part, does not hold. */
function alterValue(schema: z.ZodType | undefined, value: unknown, open: unknown, counts: Counts): unknown {
  const node = schema && unwrap(schema);
  const option = node && optionsOf(node)?.find((one) => one.safeParse(value).success);
  if (option) return alterValue(option, value, open, counts);
  if (Array.isArray(value)) {
    const rest = Array.isArray(open) ? [...open] : [];
    return value.flatMap((item) => {
      const at = rest.findIndex((other) => isPartOf(other, item));
      const element = node && elementOf(node);
      if (at >= 0) return [alterValue(element, item, rest.splice(at, 1)[0], counts)];
      const other = alterValue(element, item, undefined, counts);
      return typeof item === 'object' ? [other, other] : [other];
    });
  }
  if (typeof value === 'object' && value !== null) {
    const beside = (open ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        RULES.has(key) ? item : alterValue(node && shapeOf(node)?.[key], item, beside[key], counts),
      ]),
    );
  }
  if (open !== undefined || (typeof value !== 'string' && typeof value !== 'number')) return value;
  const other = otherValue(schema, value);
  if (other === undefined) counts.kept++;
  else counts.changed++;
  return other ?? value;
}

/** Another value that the schema accepts; undefined if there is none, as for the id of an entry. */
function otherValue(schema: z.ZodType | undefined, value: string | number): string | number | undefined {
  if (!schema || pointsElsewhere(schema)) return undefined;
  return candidates(schema, value).find((other) => other !== value && schema.safeParse(other).success);
}

function pointsElsewhere(schema: z.ZodType): boolean {
  return [schema, unwrap(schema)].some((layer) => {
    const meta = layer?.meta() as { collection?: string; source?: boolean } | undefined;
    return meta?.collection !== undefined || meta?.source === true;
  });
}

function candidates(schema: z.ZodType, value: string | number): readonly (string | number)[] {
  if (typeof value === 'number') return [value + 1, value - 1];
  const options = (unwrap(schema)?.def as { entries?: Record<string, string> } | undefined)?.entries;
  if (options) return Object.values(options);
  const words = `altered ${value.split(/\s+/).reverse().join(' altered ')}`;
  const digits = value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return [/\s/.test(value) ? words : `altered-${value}`, digits, words, `${value}x`];
}

/** The open form of a value is the value with fewer fields, items or sources. */
function isPartOf(open: unknown, value: unknown): boolean {
  if (Array.isArray(open) && Array.isArray(value)) return open.every((o) => value.some((v) => isPartOf(o, v)));
  if (Array.isArray(value)) return value.some((v) => isPartOf(open, v));
  if (typeof open !== 'object' || open === null) return open === value;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(open).every(([key, o]) => isPartOf(o, (value as Record<string, unknown>)[key]));
}

/** The body with everything withheld changed; null if nothing of it is withheld. */
function alterBody(archive: Partitionable, entry: Entry, open: Entry | undefined, counts: Counts): string | null {
  if (!/\.mdx?$/.test(entry.file) || (entry.collection === 'guide' && open)) return null;
  const body = archive.bodyOf(entry);
  if (body.trim() === '') return null;
  const status = (open as Entry<'documents'> | undefined)?.record.access?.status;
  if (!open || status === 'limite' || status === 'reference-only') {
    counts.changed++;
    return 'another text altogether\n';
  }
  const { blocks } = scanWithheld(body);
  if (blocks.length === 0) return null;
  counts.changed += blocks.length;
  const lines = body.split('\n');
  for (const { from, to } of blocks.toReversed())
    lines.splice(from, to - from - 1, 'another withheld portion', '', 'of another length');
  return lines.join('\n');
}

/** @param bodies entries whose bodies differ between the archives that are compared */
function digests(part: readonly PartEntry[], bodies: ReadonlySet<string>): Map<string, string> {
  return new Map(
    part.map(({ entry, body }) => {
      const key = keyOf(entry);
      return [key, sha256(`${JSON.stringify(entry)}\0${bodies.has(key) ? body() : ''}`)];
    }),
  );
}

/** Names of entries that are not in both parts, or not the same or not in the same place. */
function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
  const order = [...a.keys()].join('\n') === [...b.keys()].join('\n');
  return names.length > 0 || order ? names : ['the order of entries'];
}

const keyOf = ({ collection, id }: EntryFace) => `${collection}/${id}`;
