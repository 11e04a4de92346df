import { describe, expect, test } from 'vitest';
import { faultsOfNames, LONGEST_PATH } from './names.ts';

describe('names that every system can unpack', () => {
  test('ordinary names pass, in any alphabet', () => {
    expect(faultsOfNames(['a/READ ME FIRST.txt', 'a/documents/st-1-2022-init/index.html', 'a/_x/é–Ω.js'])).toEqual([]);
  });

  test.each([
    ['a/con', 'device'],
    ['a/Aux.html', 'device'],
    ['a/lpt1/index.html', 'device'],
    ['a/what?.html', 'character'],
    ['a/x:y', 'character'],
    ['a/b\\c', 'character'],
    ['a/line\nbreak', 'character'],
    ['a/ends.', 'ends with'],
    ['a/ends /b', 'ends with'],
    ['a/../b', 'relative'],
    ['/a', 'empty'],
    ['a/e\u0301', 'NFC'],
    [`a/${'x'.repeat(LONGEST_PATH)}`, 'longer'],
  ])('%j does not', (path, why) => {
    expect(faultsOfNames([path]).join()).toContain(why);
  });

  test('names that differ by case only are one name elsewhere', () => {
    expect(faultsOfNames(['a/Index.html', 'a/index.html'])).toEqual([
      'a/index.html: differs from a/Index.html by case or accents only',
    ]);
  });

  test('names that only begin like a device are none', () => {
    expect(faultsOfNames(['a/console.js', 'a/auxiliary', 'a/com', 'a/nullify.html'])).toEqual([]);
  });
});
