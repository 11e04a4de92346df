import { describe, expect, it } from 'vitest';
import { commonWords, readLexicon } from './build/lexicon.ts';
import { meaningOf, reword } from './meanings.ts';
import { fold } from './query/fold.ts';

const { foreign, synonyms } = readLexicon();
const meaning = (word: string) => meaningOf(fold(word), foreign);

describe('French and German words', () => {
  it.each([
    ['douane', 'customs'],
    ['douanières', 'customs'],
    ["l'accès", 'access'],
    ['tschechischer', 'czech'],
    ['Verbindungsbeamten', 'liaison officer'],
    ['Geldwaesche', 'money laundering'],
    ['Zollzusammenarbeit', 'customs cooperation'],
    ['Risikoanalysen', 'risk analysis'],
    ['Internetkriminalität', 'internet crime'],
  ])('%s says %s', (word, expected) => expect(meaning(word)?.[0]).toBe(expected));

  it.each(['customs', 'ships', 'europol', 'zz'])('%s is none', (word) => expect(meaning(word)).toBeNull());

  it('say nothing where they only join others', () => expect(meaning('und')).toEqual([]));
});

it('the longest phrase that has a synonym is reworded, in the plural too', () => {
  expect(reword(['many', 'cash', 'couriers'], synonyms)).toMatchObject([{ from: 1, to: 3 }]);
  expect(reword(['gun'], { guns: ['firearms'] })).toEqual([]);
  expect(reword(['guns'], { gun: ['firearms'] })).toEqual([{ from: 0, to: 1, meanings: ['firearms'] }]);
});

it('common words of three languages are no slips', () => {
  const words = commonWords();
  for (const word of ['wait', 'summer', 'ships', 'sommer'])
    expect(words.get(word.charAt(0))?.split(' ')).toContain(word);
});
