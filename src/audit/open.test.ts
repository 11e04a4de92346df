import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { z } from 'zod';
import { makeFixture } from '../../tests/edition/fixture/archive.ts';
import { chanceOf, inFull } from '../../tests/edition/fixture/world.ts';
import { inFolder } from '../../tests/support/made-edition.ts';
import { publicRecords } from '../../tests/support/public-part.ts';
import { collectionNames, collections } from '../archive/collections.ts';
import { fieldsOf, isOptional, isSourced } from '../archive/disclosure.ts';
import { elementOf, optionsOf, shapeOf, unwrap } from '../archive/schema-walk.ts';
import { readItems } from './content.ts';
import { HEADER, KNOWN_DOCUMENT, NEEDED, openItems, POINTERS } from './open.ts';

const words = (list = '') => list.split(' ').filter(Boolean).sort();

/** Collections whose entries do not name one source for all that they say. */
const PLAIN = collectionNames.filter((name) => !isSourced(collections[name].schema));

describe('the lists of fields without a source', () => {
  it.each(PLAIN)('decide each field of %s as its schema does', (name) => {
    const fields = [...fieldsOf(collections[name].schema)].map(([path, to]) => [path.replaceAll('[]', ''), to]);
    const to = (shown: string) => fields.flatMap(([path, of]) => (of === shown ? [path] : [])).sort();
    expect(words(HEADER[name])).toEqual(to('header'));
    expect(words(name === 'documents' ? KNOWN_DOCUMENT : '')).toEqual(to('document'));
    expect(to('null')).toEqual([]);
  });

  it('have no other collections', () => {
    expect(Object.keys(HEADER).filter((name) => !PLAIN.some((plain) => plain === name))).toEqual([]);
  });
});

test('the needed fields are those without which a schema accepts no entry, and which can be withheld', () => {
  for (const name of PLAIN) {
    const shape = shapeOf(unwrap(collections[name].schema) as z.ZodType) ?? {};
    const header = words(HEADER[name]).filter((field) => !POINTERS.has(field));
    const needed = Object.keys(shape).filter((field) => !isOptional(shape[field] as z.ZodType));
    const own = needed.filter((field) => !header.some((path) => path.split('.')[0] === field));
    expect(words(NEEDED[name]), name).toEqual(own.sort());
  }
});

test('the pointers are the keys of ids', () => {
  const keys = new Set<string>();
  const seen = new Set<z.ZodType>();
  const walk = (schema: z.ZodType, key: string): void => {
    const node = unwrap(schema);
    if (!node || seen.has(schema)) return;
    seen.add(schema);
    if ([schema, node].some((one) => (one.meta() as { collection?: string } | undefined)?.collection)) keys.add(key);
    for (const option of optionsOf(node) ?? []) walk(option, key);
    const element = elementOf(node);
    if (element) {
      seen.delete(element);
      walk(element, key);
    }
    for (const [name, field] of Object.entries(shapeOf(node) ?? {})) walk(field, name);
  };
  for (const name of collectionNames) walk(collections[name].schema, '');
  expect([...keys].sort()).toEqual([...POINTERS].sort());
});

/** The values of a record with their paths, in no order. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${value}`];
  return Object.entries(value).flatMap(([key, item]) => {
    return leavesOf(item, Array.isArray(value) ? path : path ? `${path}.${key}` : key);
  });
}

/** Fails where the two definitions do not agree on what of a content folder is open. */
async function expectAgreement(content: string): Promise<void> {
  const { items } = readItems(content);
  const { shown, leavesOf: lookAt } = openItems(content, items);
  const byOracle = Array.from(shown, (item) => {
    const open = lookAt(item).filter((leaf) => leaf.open);
    return [
      `${item.collection}/${item.id}`,
      open.map(({ path, value }) => `${path.replace(/\[\d+\]/g, '')} ${value}`).sort(),
    ];
  });
  const byPartition = (await publicRecords(content)).map(({ collection, id, record }) => [
    `${collection}/${id}`,
    leavesOf(record).sort(),
  ]);
  expect(Object.fromEntries(byOracle)).toEqual(Object.fromEntries(byPartition));
}

describe('the two definitions of what is open agree', () => {
  it('on the content of this repository', () => expectAgreement(resolve('content')));

  it('where everything that can be withheld is', () =>
    inFolder({}, async (folder) => {
      await makeFixture(inFull()).write(folder, 'as-is');
      await expectAgreement(`${folder}/content`);
    }));

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('on random archive %i', (seed) =>
    inFolder({}, async (folder) => {
      await makeFixture(chanceOf(seed)).write(folder, 'as-is');
      await expectAgreement(`${folder}/content`);
    }),
  );
});
