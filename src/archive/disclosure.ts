import type { z } from 'zod';
import type { Shown } from './schema/parts.ts';
import { elementOf, optionsOf, shapeOf, unwrap } from './schema-walk.ts';

/**
 * Who may see a field: by its own class, or, where it carries or stands beside a source, whoever may see the source.
 * `null`: nobody has decided.
 */
export type Disclosure = Shown | 'follows-source' | null;

interface Meta {
  readonly shown?: Shown;
  readonly source?: boolean;
}

/** What the layers of a schema (optional, refined, …) say of it; the outermost wins. */
function metaOf(schema: z.ZodType): Meta {
  const inner = unwrap(schema);
  return { ...(inner === schema ? {} : (inner?.meta() as Meta | undefined)), ...(schema.meta() as Meta | undefined) };
}

/** The schema is that of `source` fields. */
export function isSourceSchema(schema: z.ZodType): boolean {
  const node = unwrap(schema);
  return (
    node !== undefined && (optionsOf(node)?.some((o) => metaOf(o).source === true) ?? metaOf(node).source === true)
  );
}

/** An object that must name its source: as a whole it is shown where one of its sources is open. */
export function isSourced(schema: z.ZodType): boolean {
  const source = shapeOf(unwrap(schema) ?? schema)?.source;
  return source !== undefined && isSourceSchema(source) && !isOptional(source);
}

export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/**
 * The class of a field of an object.
 * @param covered the object is, or is part of, one that names its source
 */
export function disclosureOf(field: z.ZodType, covered: boolean): Disclosure {
  const own = metaOf(field).shown;
  if (own) return own;
  if (covered || isSourceSchema(field)) return 'follows-source';
  let node = unwrap(field);
  for (let element = node && elementOf(node); element; element = elementOf(element)) node = unwrap(element);
  // An object is a container: its own fields are classified one by one.
  return node && shapeOf(node) ? 'follows-source' : null;
}

/** Every field of a schema with its path (`history[].date`) and class. A recursive schema is entered once. */
export function* fieldsOf(
  schema: z.ZodType,
  path = '',
  covered = false,
  above: readonly z.ZodType[] = [],
): Iterable<[path: string, Disclosure]> {
  const node = unwrap(schema);
  if (!node || above.includes(node)) return;
  const element = elementOf(node);
  if (element) yield* fieldsOf(element, `${path}[]`, covered, above);
  const under = covered || isSourced(node);
  for (const [key, field] of Object.entries(shapeOf(node) ?? {})) {
    const at = path ? `${path}.${key}` : key;
    yield [at, disclosureOf(field, under)];
    yield* fieldsOf(field, at, under, [...above, node]);
  }
}
