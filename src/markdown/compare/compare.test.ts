import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, blocksOf } from './blocks.ts';
import { type Change, compareBlocks } from './compare.ts';

const compare = (older: string, newer: string) => compareBlocks(blocksOf(older), blocksOf(newer));
const brief = (change: Change): string => {
  if (change.kind === 'same') return `= ${change.blocks.map(({ text }) => text).join(' / ')}`;
  if (change.kind === 'changed') {
    const marks = { same: '', removed: '-', added: '+' };
    return `~ ${change.words.map(({ kind, text }) => (kind === 'same' ? text : `[${marks[kind]}${text}]`)).join('')}`;
  }
  return `${change.kind === 'added' ? '+' : '-'} ${change.block.text}`;
};

test('paragraphs that stayed, went, came and were reworded are told apart', () => {
  const older = '## 1. Aim\n\nThe plan has nine tasks.\n\nIt ends in May.\n\nThanks to all who helped.\n';
  const newer = '## 1. Aim\n\nA preface comes first here.\n\nThe plan has ten tasks.\n\nIt ends in May.\n';
  expect(compare(older, newer).map(brief)).toEqual([
    '= 1. Aim',
    '+ A preface comes first here.',
    '~ The plan has [-nine][+ten] tasks.',
    '= It ends in May.',
    '- Thanks to all who helped.',
  ]);
});

test('items and rows are compared one by one, each under its own locator', () => {
  const text = '## 2. List\n\n1. one\n2. two\n   - (a) inner\n\n| x | y |\n| - | - |\n| 1 | 2 |\n';
  expect(blocksOf(text)).toEqual([
    { locator: '2', text: '2. List' },
    { locator: '2-1', text: 'one' },
    { locator: '2-2', text: 'two' },
    { locator: '2-2-a', text: '(a) inner' },
    { locator: '2-p1', text: 'x | y' },
    { locator: '2-p1', text: '1 | 2' },
  ]);
});

test('a footnote is compared by its words, not by its number', () => {
  expect(blocksOf('One.[^a]\n\n[^a]: Note.\n')).toEqual([
    { locator: 'p1', text: 'One.' },
    { locator: 'p1', text: 'Note.' },
  ]);
});

test('a withheld portion begins with its marker, and has its words where the edition holds them', () => {
  const marker = { locator: null, text: 'Withheld here: pages 2-3.' };
  expect(blocksOf(':::withheld{pages="2-3"}\n:::\n')).toEqual([marker]);
  expect(blocksOf(':::withheld{pages="2-3"}\nHidden words.\n:::\n')).toEqual([
    marker,
    { locator: null, text: 'Hidden words.' },
  ]);
});

test('both texts can be read off a comparison', () => {
  const block = fc.record({
    locator: fc.constant(null),
    text: fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(block), fc.array(block), (older, newer) => {
      const changes = compareBlocks(older, newer);
      expect(textsOf(changes, 'removed')).toEqual(older.map(({ text }) => text));
      expect(textsOf(changes, 'added')).toEqual(newer.map(({ text }) => text));
    }),
  );
});

test('texts without anything in common end soon', () => {
  const text = (word: string): Block[] =>
    Array.from({ length: 6000 }, (_, i) => ({ locator: null, text: `${word}${i}` }));
  expect(compareBlocks(text('x'), text('y'))).toHaveLength(12_000);
});

/** One of the two texts of a comparison: with what went, or with what came. */
function textsOf(changes: readonly Change[], side: 'removed' | 'added'): string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'same') return change.blocks.map(({ text }) => text);
    if (change.kind !== 'changed') return change.kind === side ? [change.block.text] : [];
    return change.words
      .filter(({ kind }) => kind === 'same' || kind === side)
      .map(({ text }) => text)
      .join('');
  });
}
