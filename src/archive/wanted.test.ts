import { expect, test } from 'vitest';
import { Catalogue } from './catalogue.ts';
import type { Entry } from './collections.ts';
import { parseReference } from './reference/index.ts';
import { wantedIn } from './wanted.ts';

const document = (id: string, status: string) =>
  ({
    collection: 'documents',
    id,
    file: `${id}.md`,
    record: { number: id, title: `Title of ${id}`, access: { status } },
  }) as Entry;
const cites = (...printed: string[]) =>
  printed.map((text) => ({
    reference: parseReference(text) as NonNullable<ReturnType<typeof parseReference>>,
    locator: null,
  }));

test('what is named and not held, by how many and by whom', () => {
  const archive = new Catalogue([
    { entry: document('ST-4100-2020-INIT', 'public'), citations: cites('4001/20', '4002/20', 'COM(2018) 549 final') },
    { entry: document('ST-4200-2020-INIT', 'public'), citations: cites('4001/20', '4001/20', '4100/20') },
    { entry: document('ST-4002-2020-INIT', 'reference-only'), citations: [] },
  ]);
  expect(wantedIn(archive).map(({ key, council, by }) => [key, council, by.map(({ id }) => id)])).toEqual([
    ['ST-4001-2020-INIT', true, ['ST-4100-2020-INIT', 'ST-4200-2020-INIT']],
    ['COM(2018) 549 final', false, ['ST-4100-2020-INIT']],
    ['ST-4002-2020-INIT', true, ['ST-4100-2020-INIT']],
  ]);
});
