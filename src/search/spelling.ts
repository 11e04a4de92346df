import { distance } from 'fastest-levenshtein';

/** Words of the index, folded, each with the number of pages that have it. */
export type Words = Readonly<Record<string, number>>;

/** Which file holds the words that begin with each prefix; files are numbered from 0. */
export type WordFiles = Readonly<Record<string, number>>;

/** The most slips a reader makes in a word of that length. */
export function slips(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3;
}

/** The word most likely meant; among equally near ones the more frequent. Null where none is near. */
export function nearestWord(typed: string, words: Words): string | null {
  const limit = slips(typed.length);
  let best: { word: string; cost: number; pages: number } | null = null;
  for (const [word, pages] of Object.entries(words)) {
    if (Math.abs(word.length - typed.length) > limit || word === typed) continue;
    const raw = distance(typed, word);
    // Two letters that changed places are one slip; slips seldom touch the first letter.
    const cost = (raw === 2 && swapped(typed, word) ? 1 : raw) + (typed[0] === word[0] ? 0 : 0.5);
    if (cost > limit) continue;
    if (!best || cost < best.cost || (cost === best.cost && pages > best.pages)) best = { word, cost, pages };
  }
  return best?.word ?? null;
}

function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The most frequent words that begin with what was typed. */
export function completions(typed: string, words: Words, limit: number): string[] {
  return Object.entries(words)
    .filter(([word]) => word.startsWith(typed) && word !== typed)
    .sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word);
}

/** Files that can hold completions of a word (`exact`) or words that it may be a slip of. */
export function wordFilesFor(typed: string, files: WordFiles, exact: boolean): number[] {
  const found = new Set<number>();
  for (const [prefix, file] of Object.entries(files)) {
    const near = exact
      ? prefix.startsWith(typed) || typed.startsWith(prefix)
      : prefix[0] === typed[0] || prefix[0] === typed[1];
    if (near) found.add(file);
  }
  return [...found].sort((a, b) => a - b);
}
