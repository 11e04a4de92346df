import { describe, expect, it } from 'vitest';
import { WordCount } from './build/words.ts';
import { completions, nearestWord, wordFilesFor } from './spelling.ts';

const words = { precursors: 4, precis: 9, excise: 5, exercise: 3, customs: 90, custody: 1, drugs: 7 };

describe('nearestWord', () => {
  it.each([
    ['prekursors', 'precursors'],
    ['precusrors', 'precursors'],
    ['cutsoms', 'customs'],
    ['excsie', 'excise'],
    ['elephant', null],
    ['cus', null],
  ])('%s → %s', (typed, expected) => expect(nearestWord(typed, words)).toBe(expected));
});

describe('the files of words', () => {
  const count = new WordCount();
  for (let i = 0; i < 60; i++) {
    count.add(`Customs co-operation pre${String.fromCharCode(97 + (i % 26))}${'x'.repeat(i)} 13944/22`);
  }
  const { files, contents } = count.files();

  it('hold every word once, with the number of its pages', () => {
    const all = Object.assign({}, ...contents);
    expect(all.customs).toBe(60);
    expect(all.cooperation).toBe(60);
    expect(all['13944']).toBeUndefined();
    expect(contents.flatMap((one) => Object.keys(one))).toHaveLength(Object.keys(all).length);
  });

  it('are found again from the beginning of a word', () => {
    for (const [number, content] of contents.entries()) {
      for (const word of Object.keys(content)) {
        expect(wordFilesFor(word, files, true)).toContain(number);
        expect(wordFilesFor(word.slice(0, 2), files, true)).toContain(number);
        expect(wordFilesFor(word, files, false)).toContain(number);
      }
    }
  });

  it('complete what is being typed, frequent words first', () => {
    expect(completions('cust', words, 2)).toEqual(['customs', 'custody']);
  });
});
