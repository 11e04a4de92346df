import { dirname } from 'node:path';
import { blocksOf, shownOf, splitBody } from './body.ts';
import { type Item, readFileOf, readItems } from './content.ts';
import { type Leaf, openItems, POINTERS } from './open.ts';
import type { Value } from './withheld-values.ts';

/**
 * What is withheld from the public, by a definition of its own: much simpler than the partition, and without any of its
 * code, so that a fault of the one is no fault of the other. Where it does not know, it says withheld.
 */
export interface Oracle {
  readonly withheld: readonly Value[];
  /** What single fields of an entry do not say in public, by `entryKey` and `factKey`. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** Those of the facts that are one word, by the address of the entry: `actions/7.3`. */
  readonly words: ReadonlyMap<string, readonly Value[]>;
  /** Every text that is open, read from the disk once more. */
  open(): Iterable<string>;
}

export const entryKey = (collection: unknown, id: unknown) => `${collection}/${id}`.toLowerCase();
/** @param path of the field: `history[2].date`; which item of the list says it does not matter */
export const factKey = (path: string, value: unknown) => `${path.replace(/\[\d*\]/g, '[]')} ${value}`;

/** @param content the folder of all content; the static files are in `public/` beside it */
export function askOracle(content: string): Oracle {
  const { items, beside: withheld } = readItems(content);
  const { shown, leavesOf } = openItems(content, items);
  const facts = new Map<string, ReadonlyMap<string, Value>>();
  const words = new Map<string, readonly Value[]>();
  for (const item of items) {
    const { collection, id, file } = item;
    const hide = (text: string, at: string) => {
      const value = { text, file, at: dirname(file) === '.' ? `${id}: ${at}` : at };
      withheld.push(value);
      return value;
    };
    const [open, closed] = [true, false].map((wanted) => leavesOf(item).filter((leaf) => leaf.open === wanted));
    if (closed && closed.length > 0) {
      const said = new Set(open?.map(({ path, value }) => factKey(path, value)));
      const openWords = open?.map(({ value }) => value.toLowerCase()).join(' ') ?? '';
      const own = new Map<string, Value>();
      const alone: Value[] = [];
      for (const { path, key, value } of closed) {
        const hidden = hide(value, path);
        if (said.has(factKey(path, value))) continue;
        own.set(factKey(path, value), hidden);
        const isWord = /^\p{L}{2,}$/u.test(value) && !POINTERS.has(key);
        if (isWord && !openWords.includes(value.toLowerCase())) alone.push(hidden);
      }
      facts.set(entryKey(collection, id), own);
      if (alone.length > 0) words.set(entryKey(collection, id), alone);
    }
    // A document that is not shown is known by its number where an open text cites it.
    if (!shown.has(item) && collection !== 'documents' && collection !== 'texts') {
      hide(id, 'its id');
      hide(collection === 'glossary' ? `term-${id.replace(/\W+/g, '-')}` : `${collection}/${id}`, 'its address');
    }
    if (dirname(file).includes('/')) hide(dirname(file).slice(collection.length + 1), 'its folder');
    const isOpen = shown.has(item) && item.openText;
    if (!/\.mdx?$/.test(file) || (isOpen && !item.isMarked)) continue;
    const { body, line } = readFileOf(content, file);
    for (const passage of isOpen ? splitBody(body).withheld : [{ line: 1, text: body }])
      for (const block of blocksOf(passage)) hide(block.text, `line ${block.line + line - 1}`);
  }
  return { withheld, facts, words, open: () => openTexts(content, shown, leavesOf, pagesOf(withheld)) };
}

/** Fields that name an entry. */
const NAMES = /^(?:number|title|name|term|expansion|(?:title|name|abbreviation)\.value|names\[\d+\]\.name)$/;

/** @param pages the ids of documents by their number, as `pagesOf` gives them */
function* openTexts(
  content: string,
  shown: Iterable<Item>,
  leavesOf: (item: Item) => readonly Leaf[],
  pages: ReadonlyMap<string, string[]>,
): Iterable<string> {
  // Whoever cites a document names its page too, in whatever way it is cited.
  const cited = (text: string) =>
    Array.from(text.matchAll(CITED), ([one]) => pages.get(numberOf(one)) ?? [])
      .flat()
      .map((id) => `${id} documents/${id}`)
      .join(' ');
  for (const item of shown) {
    const open = leavesOf(item).filter((leaf) => leaf.open);
    const said = [`${item.collection}/${item.id}`, ...open.map(({ value }) => value)].join(' ');
    yield* [said, cited(said)];
    // Pages set the name of an entry beside what is said of it.
    for (const name of open.filter(({ path }) => NAMES.test(path)))
      yield open.map(({ value }) => `${value} ${name.value} ${value}`).join(' ');
    const text = item.openText ? splitBody(readFileOf(content, item.file).body).open : '';
    const marked = text.split('\n').filter((line) => /\]\(|\[\^|\{#|page\[|[<\\]/.test(line));
    yield* [text, shownOf(marked.join('\n')), cited(text)];
  }
}

/** Ids of documents, and the ways in which one is cited: by its id, `13944/22`, `9710/1/97`, `6855/1/2022`. */
const DOCUMENT = /\b[A-Z]{2,5}(?:-[A-Z]{3,5})?-\d{1,6}-\d{4}-(?:INIT|[A-Z]{2,3}-\d+(?:-[A-Z]{2,3}-\d+)*)\b/gi;
const CITED = new RegExp(`${DOCUMENT.source}|\\b\\d{1,6}/(?:\\d{1,2}/)?(?:\\d\\d)?\\d\\d\\b`, 'gi');
const numberOf = (citation: string) => String(/(\d{1,6})[-/](?:\d{1,2}\/)?(?:\d\d)?(\d\d)\b/.exec(citation)?.slice(1));

/** The ids of documents that withheld values name, by their number. */
const pagesOf = (withheld: readonly Value[]) =>
  Map.groupBy(new Set(withheld.flatMap(({ text }) => text.match(DOCUMENT) ?? [])), numberOf);
