import { describe, expect, test } from 'vitest';
import type { Entry, Records } from '../../archive/collections.ts';
import { itemOf } from '../../archive/item.ts';
import { cslOf } from './csl.ts';
import { breadcrumbs } from './linked-data.ts';
import { citationMeta, signposts } from './meta.ts';

const SITE = 'https://archive.example';
const record: Records['documents'] = {
  number: '14001/19',
  title: 'Small parcels',
  date: '2019-05-02',
  kind: 'OUTCOME OF PROCEEDINGS',
  from: 'Presidency',
  originalLanguage: 'en',
  access: { status: 'public' },
};
const note = (more: Partial<Records['documents']> = {}) =>
  itemOf({ collection: 'documents', id: 'ST-14001-2019-INIT', file: '', record: { ...record, ...more } });
const action: Entry = { collection: 'actions', id: '9.1', file: '', record: { plan: 'ccwp-9' } };
const metaOf = (item: ReturnType<typeof itemOf>) => citationMeta(item, cslOf(item, SITE));

describe('what reference managers read in a page', () => {
  test('a document is a technical report, in the words of Highwire and of Dublin Core', () => {
    const found = metaOf(note()).map(({ name, content }) => `${name}=${content}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'citation_title=Small parcels',
        'citation_author=Council of the European Union',
        'citation_author=Presidency',
        'citation_publication_date=2019/05/02',
        'citation_technical_report_number=14001/19',
        'citation_technical_report_institution=Council of the European Union',
        'citation_pdf_url=https://data.consilium.europa.eu/doc/document/ST-14001-2019-INIT/en/pdf',
        'DC.title=Small parcels',
        'DC.creator=Presidency',
        'DC.date=2019-05-02',
        'DC.identifier=14001/19',
        'DC.type=Outcome of proceedings',
        'DC.language=en',
      ]),
    );
  });

  test.each(['2018/2019', '2019-05~'])('a date that is not certain is not told: %s', (date) => {
    expect(metaOf(note({ date })).filter(({ name }) => /date/.test(name))).toEqual([]);
  });

  test('what is no document is no report', () => {
    expect(metaOf(itemOf(action)).filter(({ name }) => name.startsWith('citation_'))).toEqual([]);
  });
});

describe('signposts', () => {
  test('name the address to cite, the collection and the data, which holds the citation', () => {
    const address = `${SITE}/documents/st-14001-2019-init/`;
    expect(signposts(note(), SITE)).toEqual([
      { rel: 'canonical', href: address },
      { rel: 'cite-as', href: address },
      { rel: 'collection', href: '/documents/' },
      { rel: 'describedby', href: '/documents/st-14001-2019-init/entry.json', type: 'application/json' },
    ]);
  });

  test('name no address to cite where the archive has none', () => {
    expect(signposts(note(), null).map(({ rel }) => rel)).toEqual(['collection', 'describedby']);
  });
});

test('breadcrumbs count from the first page, and the page itself is the last without an address', () => {
  const { itemListElement } = breadcrumbs([{ title: 'Documents', href: '/documents/' }], '14001/19', SITE) as {
    itemListElement: object[];
  };
  expect(itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Home', item: `${SITE}/` },
    { '@type': 'ListItem', position: 2, name: 'Documents', item: `${SITE}/documents/` },
    { '@type': 'ListItem', position: 3, name: '14001/19' },
  ]);
});
