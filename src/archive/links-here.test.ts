import { expect, test } from 'vitest';
import { Catalogue } from './catalogue.ts';
import type { Entry } from './collections.ts';
import { groupLinks } from './links-here.ts';
import { findReferences } from './reference/index.ts';

const NOTE = 'ST-14001-2019-INIT';
const input = (collection: 'documents' | 'texts', places: readonly string[]) => ({
  entry: {
    collection,
    id: NOTE,
    file: `${collection}/a.md`,
    record: collection === 'documents' ? { number: '14001/19', title: 'Oars', access: { status: 'public' } } : {},
  } as Entry,
  citations: places.flatMap((locator) => findReferences('15999/19').map(({ reference }) => ({ reference, locator }))),
});

test('a link names the places of the précis, and those that only the official text has', () => {
  const archive = new Catalogue([input('documents', ['1', '2']), input('texts', ['2', '3'])]);
  expect(groupLinks(archive.incoming('/documents/st-15999-2019-init/'))).toMatchObject([
    {
      title: 'Cited by',
      links: [
        {
          places: [
            { locator: '1', inText: false },
            { locator: '2', inText: false },
            { locator: '3', inText: true },
          ],
        },
      ],
    },
  ]);
});
