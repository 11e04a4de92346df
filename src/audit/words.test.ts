import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, foldedWords, wordsOf } from './words.ts';

describe('words', () => {
  it.each([
    ['Précis of 13944/22: “Balkan Route”', ['precis', 'of', '13944', '22', 'balkan', 'route']],
    ['soft\u00adhyphen, zero\u200bwidth, e\u0301t\u00e9', ['softhyphen', 'zerowidth', 'ete']],
    ['ﬁne ½ 𝐁old 🙂 İstanbul ΣΟΦΟΣ', ['fine', '1', '2', 'bold', 'istanbul', 'σοφοσ']],
    ['', []],
    ['—', []],
  ])('of %j are %j', (text, words) => {
    expect(foldedWords(text)).toEqual(words);
  });

  it('know their block', () => {
    const { count, block } = wordsOf(`one two${BREAK}three${BREAK}${BREAK}four five`);
    expect([...block.slice(0, count)]).toEqual([0, 0, 2, 3, 3]);
  });

  it('have equal hashes where they are equal when folded, and others where not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const first = foldedWords(a).map((word, n) => [word, wordsOf(a).hash[n]] as const);
        const second = foldedWords(b).map((word, n) => [word, wordsOf(b).hash[n]] as const);
        for (const [word, hash] of first)
          for (const [other, otherHash] of second) expect(hash === otherHash).toBe(word === other);
      }),
    );
  });

  it('are the same whatever has no width, and whatever the case', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z\d]{1,8}$/), { minLength: 1 }), fc.nat(), (words, at) => {
        const text = words.join(' ');
        const hidden = `${text.slice(0, at % text.length)}\u00ad\u200b${text.slice(at % text.length)}`;
        expect(foldedWords(hidden.toUpperCase())).toEqual(words);
      }),
    );
  });
});
