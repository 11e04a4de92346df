import type { z } from 'zod';
import { disclosureOf, isSourced, isSourceSchema } from '../archive/disclosure.ts';
import type { CollectionName, Shown } from '../archive/schema/parts.ts';
import { elementOf, optionsOf, shapeOf, unwrap } from '../archive/schema-walk.ts';
import { listSources } from '../archive/source.ts';
import type { IsOpen } from './sources.ts';

/** What the public may see of one record. */
export interface View {
  readonly isOpen: IsOpen;
  /** Classes of fields that are shown although they name no source. */
  readonly shows: ReadonlySet<Shown>;
  /** An entry that may be pointed to. */
  exists(collection: CollectionName, id: string): boolean;
}

/**
 * The part of a record that a view shows; undefined where nothing may be left of it. Whatever names its sources keeps
 * the open ones, or goes; a pointer to an entry that does not exist goes; and what its schema would not accept without
 * the parts that went, goes with them. A field that nobody has classified goes too.
 */
export function prune(schema: z.ZodType, record: unknown, view: View): unknown {
  return pruneNode(schema, record, view, false);
}

function pruneNode(schema: z.ZodType, value: unknown, view: View, covered: boolean): unknown {
  if (value === undefined) return undefined;
  if (isSourceSchema(schema)) return openOf(value, view.isOpen);
  const node = unwrap(schema);
  if (!node) throw new Error('a schema without a type');
  const element = elementOf(node);
  if (element) return pruneList(element, value, view, covered);
  const shape = shapeOf(node);
  if (shape) return pruneObject(node, shape, value, view, covered);
  if (typeof value === 'object' && value !== null) throw new Error('the partition does not know this kind of schema');
  if (optionsOf(node)) return value;
  return pointsToNothing([schema, node], value, view) ? undefined : value;
}

function openOf(value: unknown, isOpen: IsOpen): unknown {
  const list = (Array.isArray(value) ? value : [value]).filter((source): source is string => isOpen(String(source)));
  return list.length > 1 ? list : list[0];
}

function pruneList(element: z.ZodType, value: unknown, view: View, covered: boolean): unknown {
  if (!Array.isArray(value)) throw new Error('a list was expected');
  const kept = value.map((item) => pruneNode(element, item, view, covered)).filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
}

function pruneObject(
  node: z.ZodType,
  shape: Readonly<Record<string, z.ZodType>>,
  value: unknown,
  view: View,
  covered: boolean,
): unknown {
  const under = covered || isSourced(node);
  // What is inferred rests on all of its sources together.
  const { inferred, source } = value as { inferred?: string; source?: string | string[] };
  if (inferred !== undefined && !listSources(source).every(view.isOpen)) return undefined;
  const kept: Record<string, unknown> = {};
  let changed = false;
  for (const [key, item] of Object.entries(value as object)) {
    const field = shape[key];
    const disclosure = field && disclosureOf(field, under);
    const shown = disclosure === 'follows-source' || (disclosure && view.shows.has(disclosure));
    const left = field && shown ? pruneNode(field, item, view, under) : undefined;
    if (left !== undefined) kept[key] = left;
    changed ||= left !== item;
  }
  // An empty frame inside a fact would tell that something stood in it.
  if (changed && covered && Object.keys(kept).length === 0) return undefined;
  return changed && !node.safeParse(kept).success ? undefined : kept;
}

function pointsToNothing(layers: readonly z.ZodType[], value: unknown, view: View): boolean {
  for (const layer of layers) {
    const collection = (layer.meta() as { collection?: CollectionName } | undefined)?.collection;
    if (collection) return !view.exists(collection, String(value));
  }
  return false;
}
