import { expect, test } from 'vitest';
import { WordCount } from './words.ts';

const countOf = (...pages: readonly string[]) => {
  const count = new WordCount();
  for (const page of pages) count.add(page);
  return count.counts();
};

test('a page counts once for each of its words and stems, in whatever form they stand', () => {
  expect(countOf('Seizures, seizures: SEIZED', 'a seizure')).toEqual({
    words: { seized: 1, seizure: 1, seizures: 1 },
    stems: { seiz: 1, seizur: 2 },
  });
});

test.each([
  ['Customs co-operation', ['cooperation', 'customs', 'operation']],
  // The sign is a space and an accent of its own.
  ['caf´e', ['caf']],
  ['Élysée\u00a0Palace', ['elysee', 'palace']],
  ['7806/19 of 27.3.2019 (ST7806)', []],
  ['', []],
])('the words of "%s" are %j', (text, words) => expect(Object.keys(countOf(text).words)).toEqual(words));
