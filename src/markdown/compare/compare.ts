import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Block } from './blocks.ts';

/** Words that stayed, went or came. */
export interface Words {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export type Change =
  | { readonly kind: 'same'; readonly blocks: readonly Block[] }
  | { readonly kind: 'removed' | 'added'; readonly block: Block }
  | { readonly kind: 'changed'; readonly older: Block; readonly newer: Block; readonly words: readonly Words[] };

/** Beyond so many differences two texts, or two blocks, count as different throughout: the work stays bounded. */
const MOST_EDITS = { blocks: 1500, words: 1000 };

/** How many blocks further on the new form of a block is looked for. */
const WINDOW = 12;

/** From this share of common words on, a block counts as the new form of another. */
const ALIKE = 0.5;

/** What became of the blocks of an older text in a newer one, in the order of the newer. */
export function compareBlocks(older: readonly Block[], newer: readonly Block[]): Change[] {
  const changes: Change[] = [];
  const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text);
  const runs = diffArrays(texts(older), texts(newer), { maxEditLength: MOST_EDITS.blocks }) ?? [
    { removed: true, added: false, count: older.length },
    { removed: false, added: true, count: newer.length },
  ];
  let [o, n] = [0, 0];
  let removed: Block[] = [];
  let added: Block[] = [];
  const flush = () => {
    changes.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const run of runs) {
    if (run.removed) removed.push(...older.slice(o, o + run.count));
    else if (run.added) added.push(...newer.slice(n, n + run.count));
    else {
      flush();
      changes.push({ kind: 'same', blocks: newer.slice(n, n + run.count) });
    }
    if (!run.added) o += run.count;
    if (!run.removed) n += run.count;
  }
  flush();
  return changes;
}

/** Finds among blocks that went and blocks that came those that were only reworded, without crossing. */
function pairUp(removed: readonly Block[], added: readonly Block[]): Change[] {
  const changes: Change[] = [];
  let next = 0;
  for (const older of removed) {
    const found = added.slice(next, next + WINDOW).findIndex((newer) => likeness(older.text, newer.text) >= ALIKE);
    if (found < 0) {
      changes.push({ kind: 'removed', block: older });
      continue;
    }
    for (const block of added.slice(next, next + found)) changes.push({ kind: 'added', block });
    const newer = added[next + found] as Block;
    changes.push({ kind: 'changed', older, newer, words: compareWords(older.text, newer.text) });
    next += found + 1;
  }
  for (const block of added.slice(next)) changes.push({ kind: 'added', block });
  return changes;
}

function compareWords(older: string, newer: string): Words[] {
  const runs = diffWordsWithSpace(older, newer, { maxEditLength: MOST_EDITS.words });
  if (!runs)
    return [
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ];
  return runs.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Share of words in common, 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const common = [...x].filter((word) => y.has(word)).length;
  return (2 * common) / (x.size + y.size || 1);
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
