import type { z } from 'zod';
import { isOptional, isSourceSchema } from '../../archive/disclosure.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { elementOf, optionsOf, shapeOf, unwrap } from '../../archive/schema-walk.ts';

/** A field of a record as the handbook lists it and `npm run new` asks for it. */
export interface Field {
  /** `title.value`, `agenda[].title` */
  readonly path: string;
  readonly required: boolean;
  /** In words: `text`, `number`, `one of public, limite`, `list`, `group`. */
  readonly holds: string;
  readonly help: string | null;
  /** The collection whose ids it holds. */
  readonly collection: CollectionName | null;
  /** Not divided any further. */
  readonly leaf: boolean;
}

interface Meta {
  readonly description?: string;
  readonly collection?: CollectionName;
}

const metaOf = (schema: z.ZodType): Meta => (schema.meta() ?? {}) as Meta;

/** Every field of a schema in its order; what is inside an optional group is required only where the group is there. */
export function* fieldsIn(schema: z.ZodType, path = '', above: readonly z.ZodType[] = []): Iterable<Field> {
  const node = unwrap(schema);
  if (!node || above.includes(node)) return;
  for (const [key, field] of Object.entries(shapeOf(node) ?? {})) {
    const at = path ? `${path}.${key}` : key;
    yield describe(at, field);
    const inner = innermost(field);
    if (inner.node) yield* fieldsIn(inner.node, at + inner.suffix, [...above, node]);
  }
}

/** The group of fields that a field holds, alone or in a list. */
function innermost(field: z.ZodType): { node: z.ZodType | null; suffix: string } {
  let node = unwrap(field);
  let suffix = '';
  for (let element = node && elementOf(node); element; element = node && elementOf(node)) {
    node = unwrap(element);
    suffix += '[]';
  }
  return { node: node && shapeOf(node) ? node : null, suffix };
}

function describe(path: string, field: z.ZodType): Field {
  const node = unwrap(field) ?? field;
  const element = unwrap(elementOf(node));
  const collection = metaOf(node).collection ?? (element ? metaOf(element).collection : undefined) ?? null;
  return {
    path,
    required: !isOptional(field),
    holds: holds(field),
    help: metaOf(field).description ?? metaOf(node).description ?? null,
    collection,
    leaf: innermost(field).node === null,
  };
}

function holds(field: z.ZodType): string {
  if (isSourceSchema(field)) return 'source, or a list of sources';
  const node = unwrap(field);
  if (!node) return 'anything';
  const { type, entries } = node.def as unknown as { type: string; entries?: Record<string, string> };
  const element = elementOf(node);
  if (element) {
    const each = holds(element);
    return each === 'group of fields' ? 'list of groups' : `list: ${each}`;
  }
  const options = optionsOf(node);
  if (options) return options.map(holds).join(' or ');
  if (shapeOf(node)) return 'group of fields';
  const id = metaOf(node).collection;
  if (id) return `id in ${id}`;
  if (entries) return `one of ${Object.values(entries).join(', ')}`;
  return { string: 'text', number: 'number', int: 'number', boolean: 'true or false' }[type] ?? type;
}

/** The fields without which a record is none, lists standing for their first item: `names[].name`. */
export function neededFields(schema: z.ZodType): Field[] {
  const fields = [...fieldsIn(schema)];
  const optional = fields.filter(({ required }) => !required).map(({ path }) => path);
  return fields.filter(
    ({ path, required, leaf }) =>
      required && leaf && !optional.some((outer) => path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)),
  );
}
