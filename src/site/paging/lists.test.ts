import { describe, expect, test } from 'vitest';
import { Catalogue } from '../../archive/catalogue.ts';
import type { Entry, Records } from '../../archive/collections.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { Timelines } from '../../archive/timeline/timeline.ts';
import { MOST_LINES } from './budget.ts';
import { citedParts, linkParts, listParts, timelineParts } from './lists.ts';

function entry<C extends CollectionName>(collection: C, id: string, record: Records[C]) {
  return { entry: { collection, id, file: `${collection}/${id}`, record } as Entry, citations: [] };
}

/** Documents of three years on one topic, actions of one plan, a text that all documents name. */
function archiveOf(size: number): Catalogue {
  const numbers = Array.from({ length: size }, (_, index) => index);
  const documents = numbers.map((index) => {
    const year = 1998 + (index % 3);
    return entry('documents', `ST-${5000 + index}-${year}-INIT`, {
      number: `${5000 + index}/${String(year).slice(2)}`,
      title: 'Paper',
      date: `${year}-0${1 + (index % 9)}`,
      access: { status: index % 2 === 0 ? 'public' : 'reference-only' },
      topics: ['cash'],
      previous: ['ST-4000-1997-INIT'],
    });
  });
  const actions = numbers.map((index) => entry('actions', `1.${index + 1}`, { plan: 'wp-1' }));
  return new Catalogue([...documents, ...actions, entry('topics', 'cash', { name: 'Cash' })]);
}
const small = archiveOf(MOST_LINES - 1);
const large = archiveOf(4 * MOST_LINES);
const namesOf = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name);
const linesOf = <T>(parts: readonly { readonly items: readonly T[] }[]) => parts.flatMap(({ items }) => items);
const largest = (parts: readonly { readonly items: readonly unknown[] }[]) =>
  Math.max(...parts.map(({ items }) => items.length));
const topicOf = (archive: Catalogue) => {
  const topic = archive.get('topics', 'cash');
  if (!topic) throw new Error('no topic');
  return topic;
};

describe('a list that one page holds', () => {
  test('stays on it', () => {
    expect(listParts(small, 'documents')).toHaveLength(1);
    expect(citedParts(small)).toHaveLength(1);
    expect(linkParts(small, '/topics/cash/')).toEqual([]);
    expect(timelineParts(new Timelines(small).of(topicOf(small)), topicOf(small))).toEqual([]);
    expect(listParts(small, 'meetings')).toEqual([]);
  });
});

describe('a longer list', () => {
  test('goes by year where it goes by date, else by number', () => {
    expect(namesOf(listParts(large, 'documents'))).toEqual(['1998', '1998-2', '1999', '1999-2', '2000', '2000-2']);
    expect(namesOf(listParts(large, 'actions'))).toEqual(['1', '2', '3', '4']);
  });

  test('has each entry once, in the order of the list, and no long page', () => {
    for (const collection of ['documents', 'actions'] as const) {
      const parts = listParts(large, collection);
      expect(linesOf(parts)).toEqual(large.list(collection));
      expect(largest(parts)).toBeLessThanOrEqual(MOST_LINES);
    }
  });

  test('of links has each entry that links once for each kind of link', () => {
    const parts = linkParts(large, '/topics/cash/');
    expect(linesOf(parts).map(({ link }) => link.item)).toEqual(large.list('documents').toSorted(byNumber));
    expect(largest(parts)).toBe(MOST_LINES);
    const cited = large.citedOnly()[0];
    expect(cited && linesOf(linkParts(large, cited.address))).toHaveLength(large.list('documents').length);
  });

  test('of events has each event once', () => {
    const timelines = new Timelines(large);
    for (const scope of [null, topicOf(large)]) {
      const events = timelines.of(scope);
      const parts = timelineParts(events, scope);
      expect(linesOf(parts)).toEqual(events);
      expect(largest(parts)).toBeLessThanOrEqual(MOST_LINES);
    }
  });

  test('of what is not held has each text once', () => {
    const parts = citedParts(large);
    expect(new Set(linesOf(parts).map(({ key }) => key)).size).toBe(large.list('documents').length / 2 + 1);
    expect(largest(parts)).toBe(MOST_LINES);
  });
});

const byNumber = (a: { id: string }, b: { id: string }) => Number(a.id.split('-')[1]) - Number(b.id.split('-')[1]);
