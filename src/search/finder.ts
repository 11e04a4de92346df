import { type DirectAnswer, findDirect } from './direct.ts';
import { type Marks, marksOf } from './excerpt.ts';
import type { Remarks } from './protocol.ts';
import { fold, foldName } from './query/fold.ts';
import { lightStem } from './query/stem.ts';
import { STOP_WORDS } from './query/stop-words.ts';
import { type Query, understand } from './query/understand.ts';
import { both, either, type Hits, type Ranked, rank } from './rank.ts';
import { IndexError, type Manifest, type Source } from './source.ts';
import { completions, nearestWord, type Words, wordFilesFor } from './spelling.ts';
import { type TextUnit, textUnits } from './text-units.ts';

/** Completions of an unfinished word that are searched for. */
const COMPLETIONS = 4;
/** Files of words read to complete a word. */
const COMPLETION_FILES = 4;

/** All that a query finds, before filters. */
export interface Finding {
  readonly direct: DirectAnswer['direct'];
  /** Pages whose texts match, best first. */
  readonly ranked: readonly Ranked[];
  /** Units that were looked for in the texts. */
  readonly units: number;
  readonly remarks: Remarks;
  /** Words to mark in a passage, and, by their stems, on the page. */
  readonly marks: Marks;
  readonly stems: readonly string[];
}

/** Looks up what a query names and searches the texts for its words. */
export class Finder {
  readonly #source: Source;
  readonly #manifest: Manifest;

  constructor(source: Source, manifest: Manifest) {
    this.#source = source;
    this.#manifest = manifest;
  }

  /**
   * @param typing the last word may be unfinished
   * @param early told the entries that the query names, before the texts are searched
   */
  async find(text: string, typing: boolean, early?: (finding: Finding) => void): Promise<Finding> {
    const query = understand(text);
    const { direct, unknown, whole } = await findDirect(query, this.#source, this.#manifest);
    const { units, left } = textUnits(query, this.#manifest);
    const remarks: Remarks = { unknown, cut: query.cut, left, missing: [], instead: null };
    const named: Finding = { direct, ranked: [], units: 0, remarks, marks: new Map(), stems: stemsOf(query, []) };
    // Nothing that merely looks like the reference is offered for it.
    if ((whole && direct.length === 0) || units.length === 0) return named;
    if (direct.length > 0) early?.(named);
    return this.#searchTexts(query, units, named, typing);
  }

  async #searchTexts(query: Query, units: readonly TextUnit[], named: Finding, typing: boolean): Promise<Finding> {
    const found = await Promise.all(units.map((unit) => this.#hitsOf(unit, typing)));
    const understood = readOtherwise(query, named.direct);
    const missing = await this.#explainMissing(
      units.filter(({ text }, index) => found[index]?.hits.size === 0 && !understood.some((one) => one.includes(text))),
    );
    const held = units.filter((_, index) => found[index]?.hits.size !== 0);
    const lists = found.map(({ hits }) => hits).filter((hits) => hits.size > 0);
    const ranked = rank(lists, {
      total: this.#manifest.pages,
      named: namedIn(held, this.#manifest.names),
      within: await this.#within(query.phrases),
      together: await this.#together(units, lists),
    });
    const terms = found.map((one) => one.terms);
    return {
      ...named,
      ranked,
      units: units.length,
      remarks: { ...named.remarks, missing, instead: instead(query.text, missing) },
      marks: marksOf([...terms, ...query.phrases.map((phrase) => fold(phrase).split(' '))]),
      stems: stemsOf(query, terms.flat()),
    };
  }

  /** Pages that have a unit in any spelling; the words actually searched for, for marking. */
  async #hitsOf({ spellings, last }: TextUnit, typing: boolean): Promise<{ hits: Hits; terms: string[] }> {
    const hitsOf = async (terms: readonly string[]) => both(await Promise.all(terms.map((t) => this.#source.term(t))));
    const typed = spellings[0]?.[0] ?? '';
    const unfinished = typing && last && typed.length >= 3 ? await this.#complete(typed) : [];
    const all = [...spellings, ...unfinished.map((word) => [word])];
    return { hits: either(await Promise.all(all.map(hitsOf))), terms: all.flat() };
  }

  async #complete(typed: string): Promise<string[]> {
    const files = wordFilesFor(typed, this.#manifest.words, true).slice(0, COMPLETION_FILES);
    return completions(typed, await this.#words(files), COMPLETIONS);
  }

  /** Near spellings of the words that no page has. */
  #explainMissing(units: readonly TextUnit[]): Promise<Remarks['missing'][number][]> {
    const named = units.filter(({ text }) => text !== '');
    return Promise.all(
      named.map(async ({ text, spellings }) => {
        const typed = spellings[0]?.[0] ?? '';
        const words = await this.#words(wordFilesFor(typed, this.#manifest.words, false));
        if (Object.hasOwn(words, typed)) {
          throw new IndexError(`The search index is incomplete: it lists “${text}” and does not find it.`);
        }
        const [begun] = typed.length > 3 ? completions(typed, words, 1) : [];
        return { word: text, near: begun ?? nearestWord(typed, words) };
      }),
    );
  }

  async #words(files: readonly number[]): Promise<Words> {
    return Object.assign({}, ...(await Promise.all(files.map((file) => this.#source.words(file)))));
  }

  async #within(phrases: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    // A dash or sign that stands alone is a word to the index and none to the reader: the phrase is cut there.
    const runs = phrases.flatMap((phrase) => ` ${phrase} `.split(/ [^\p{L}\p{N} ]+(?= )/u)).map((run) => run.trim());
    const sets = await Promise.all(runs.filter(Boolean).map((run) => this.#source.phrase(run)));
    const [first, ...others] = sets;
    return first && new Set([...first].filter((page) => others.every((set) => set.has(page))));
  }

  /** Two to five words next to each other, as typed, are probably meant as one thing. */
  async #together(units: readonly TextUnit[], lists: readonly Hits[]): Promise<ReadonlySet<string> | undefined> {
    const words = units.map(({ spellings }) => spellings[0]).flatMap((terms) => (terms?.length === 1 ? terms : []));
    if (words.length !== units.length || lists.length !== units.length) return undefined;
    return words.length > 1 && words.length < 6 ? this.#source.phrase(words.join(' ')) : undefined;
  }
}

/** Parts of a query by which an entry was found, so that their words need not stand in a text: `action 7/3`, `MAG92`. */
function readOtherwise({ text, references }: Query, direct: Finding['direct']): string[] {
  if (direct.length === 0) return [];
  const whole = direct.some(({ why }) => why === 'number' || why === 'name');
  return [...references.map((one) => one.text), ...(whole ? [text] : [])];
}

/** Pages of the things whose whole name stands in a query among other words, with the places of its units. */
function namedIn(units: readonly TextUnit[], names: Manifest['names']): Map<string, Set<number>> {
  const places = new Map(units.map(({ text }, index) => [foldName(text), index]));
  const found = new Map<string, Set<number>>();
  for (const { forms, row } of names) {
    for (const form of row.page ? forms : []) {
      const words = form.split(' ').filter((word) => !STOP_WORDS.has(word));
      const at = words.flatMap((word) => places.get(word) ?? []);
      if (at.length === 0 || at.length < words.length) continue;
      if (row.page && at.length > (found.get(row.page)?.size ?? 0)) found.set(row.page, new Set(at));
    }
  }
  return found;
}

/** The query with near spellings in place of the words that are missing; null where none is near. */
export function instead(text: string, missing: Remarks['missing']): string | null {
  const near = missing.filter((one) => one.near !== null);
  if (near.length === 0) return null;
  return near.reduce((result, { word, near }) => result.replace(word, near ?? word), text);
}

/** Stems of the words of a query, for marking them on the page that a result leads to. */
export function stemsOf(query: Query, terms: readonly string[]): string[] {
  const phrases = query.phrases.flatMap((phrase) => fold(phrase).split(/[^\p{L}\p{N}]+/u));
  const references = query.references.map(({ text }) => fold(text).split(' ').at(-1) ?? '');
  return [...new Set([...terms, ...phrases, ...references].filter((term) => term.length > 1).map(lightStem))];
}
