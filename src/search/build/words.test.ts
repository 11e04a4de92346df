import { expect, test } from 'vitest';
import { WordCount } from './words.ts';

const countOf = (...pages: readonly string[]) => {
  const count = new WordCount();
  for (const page of pages) count.add(page);
  return Object.assign({}, ...count.files().contents);
};

test('a page counts once for each of its words, in whatever form they stand', () => {
  expect(countOf('Seizures, seizures: SEIZED', 'a seizure')).toEqual({ seized: 1, seizure: 1, seizures: 1 });
});

test('a page counts once for each of its stems, and what is on most pages is common', () => {
  const count = new WordCount();
  for (let page = 0; page < 2501; page++) count.add('seizure, Seizures');
  for (let page = 0; page < 2500; page++) count.add('customs');
  expect(count.common()).toEqual({ seizur: 2501 });
});

test.each([
  ['Customs co-operation', ['cooperation', 'customs', 'operation']],
  // The sign is a space and an accent of its own.
  ['caf´e', ['caf']],
  ['Élysée\u00a0Palace', ['elysee', 'palace']],
  ['7806/19 of 27.3.2019 (ST7806)', []],
  ['', []],
])('the words of "%s" are %j', (text, words) => expect(Object.keys(countOf(text))).toEqual(words));
