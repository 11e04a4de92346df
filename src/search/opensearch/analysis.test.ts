import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../tests/support/search/opensearch/analyse.ts';
import type { EntryRecord } from '../entry-list.ts';
import { fold } from '../query/fold.ts';
import { STOP_WORDS } from '../query/stop-words.ts';
import { understand } from '../query/understand.ts';
import { ANALYSERS } from './analyser-names.ts';
import { analysisOf, synonymsOf } from './analysis.ts';

const concept = (label: string, title: string, names: string[] = []): EntryRecord => ({
  ...{ address: `/${label}/`, kind: 'Term', label, title, filters: {}, keys: [], aliases: [] },
  names,
});
const entries = [
  concept('FCU', 'Ferry Control Unit', ['ferries unit']),
  concept('SEA', 'Ships of the Sea'),
  concept('IT', 'information technology'),
  concept('Alone', 'Alone'),
];
const analysis = analysisOf(synonymsOf(entries, ['organisation', 'programmes', 'ferry']));
const terms = (name: keyof typeof ANALYSERS, text: string) =>
  analyse(analysis, ANALYSERS[name], text).map((way) => way.map(({ term }) => term));

describe('the analysers', () => {
  it('fold letters as our own search does', () => {
    const letters = fc.stringMatching(/^(?:[a-zA-ZÀ-ÖØ-öø-ɏḀ-ỹΆ-ΡΣ-ώЀ-ӿ]|[\u0300-\u0345]){1,12}$/u);
    fc.assert(
      fc.property(letters, (word) => {
        const folded = fold(word)
          .replaceAll('ς', 'σ')
          .replace(/[^\p{L}\p{N}]/gu, '');
        expect(terms('typed', word)).toEqual([folded === '' ? [] : [folded]]);
      }),
      { examples: [['AΣ'], ['Σας']] },
    );
  });

  it.each([
    ['see 13944/22, “quickly”', ['see', '13944/22', '13944', '22', 'quickly']],
    ['cross-border – co-operation', ['crossborder', 'cross', 'border', 'cooperation', 'co', 'operation']],
    ['police/customs (7.3)', ['police/customs', 'police', 'customs', '73', '7', '3']],
    ['Europol’s Élan', ['europols', 'europol', 's', 'elan']],
    ['– … 👩‍🚀', []],
  ])('take a text apart as our own index does: %s', (text, expected) =>
    expect(terms('exact', text)).toEqual([expected]),
  );

  it('take a query for whole words, so that each unit of a query is one', () => {
    for (const { spellings } of understand('cross-border police/customs 13944/22 co-operation').units)
      for (const term of spellings.flat()) expect(terms('typed', term)).toEqual([[term]]);
  });

  it('leave stop words out of a question, and nowhere else', () => {
    const all = [...STOP_WORDS].filter((word) => word.length > 1).join(' ');
    expect(terms('question', all)).toEqual([[]]);
    expect(terms('words', all)[0]?.length).toBeGreaterThan(100);
    expect(terms('text', all)[0]?.length).toBeGreaterThan(100);
  });
});

describe('the synonyms', () => {
  it('are the names of what has an acronym and the spellings of the words that are there', () => {
    expect(synonymsOf(entries, ['organisation', 'programmes', 'ferry'])).toEqual([
      'fcu, ferry control unit, ferries unit',
      'organisation, organization',
      'programmes, programs',
    ]);
  });

  it('let a question with the one find texts with the other', () => {
    expect(terms('question', 'the FCU report')).toContainEqual(['ferry', 'control', 'unit', 'report']);
    expect(terms('question', 'organization of it')).toContainEqual(terms('text', 'organisation')[0]);
  });
});
