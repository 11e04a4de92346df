import type { z } from 'zod';
import type { CollectionName } from './schema/parts.ts';
import type { Path } from './source-file.ts';

/**
 * The schemas say by `.meta()` which strings are ids of other collections and which are sources.
 * This walk finds them in a record, so that no rule has to list fields.
 */
export interface Pointer {
  readonly path: Path;
  readonly value: string;
  /** The collection the id belongs to; `source` for the source of a fact. */
  readonly to: CollectionName | 'source';
}

/** All ids and sources in a record, in order. */
export function pointersIn(schema: z.ZodType, record: unknown): Pointer[] {
  const found: Pointer[] = [];
  walk(schema, record, [], (node, value, path) => {
    if (typeof value !== 'string') return;
    const meta = node.meta() as { collection?: CollectionName; source?: boolean } | undefined;
    if (meta?.collection) found.push({ path, value, to: meta.collection });
    else if (meta?.source) found.push({ path, value, to: 'source' });
  });
  return found;
}

/** The keys that the schema knows for the object at `path`. */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  let node: z.ZodType | undefined = unwrap(schema);
  for (const step of path) {
    node = node && unwrap(typeof step === 'number' ? elementOf(node) : shapeOf(node)?.[step]);
  }
  return Object.keys((node && shapeOf(node)) ?? {});
}

type Visit = (schema: z.ZodType, value: unknown, path: Path) => void;

function walk(schema: z.ZodType | undefined, value: unknown, path: Path, visit: Visit): void {
  if (!schema || value === undefined || value === null) return;
  visit(schema, value, path);
  const node = unwrap(schema);
  if (!node) return;
  if (node !== schema) visit(node, value, path);
  const options = optionsOf(node);
  if (options) {
    const match = options.find((option) => option.safeParse(value).success);
    walk(match, value, path, visit);
  } else if (Array.isArray(value)) {
    const element = elementOf(node);
    for (const [index, item] of value.entries()) walk(element, item, [...path, index], visit);
  } else if (typeof value === 'object') {
    const shape = shapeOf(node) ?? {};
    for (const [key, item] of Object.entries(value)) walk(shape[key], item, [...path, key], visit);
  }
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Without optional, default, nullable and the like around it. */
export function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let node = schema;
  while (node) {
    const inner = definitionOf(node).innerType;
    if (!inner) return node;
    node = inner;
  }
  return node;
}

/** The schema of a list's elements, of a union's options, of an object's fields; undefined where it is none. */
export const elementOf = (schema: z.ZodType): z.ZodType | undefined => definitionOf(schema).element;
export const optionsOf = (schema: z.ZodType): readonly z.ZodType[] | undefined =>
  definitionOf(schema).type === 'union' ? definitionOf(schema).options : undefined;
export const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined =>
  definitionOf(schema).type === 'object' ? definitionOf(schema).shape : undefined;
