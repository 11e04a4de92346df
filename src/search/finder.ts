import type { EntryRow } from './entry.ts';
import { type DirectAnswer, findDirect } from './exact-matches.ts';
import { type Marks, marksOf } from './excerpt.ts';
import { Facets } from './facets.ts';
import { listFor } from './list.ts';
import { meaningOf } from './meanings.ts';
import { Names, onePerThing } from './names.ts';
import { digitsOf, PREFIX } from './numbers.ts';
import type { Direct, Remarks, Suggestion } from './protocol.ts';
import { fold, foldName } from './query/fold.ts';
import { lightStem } from './query/stem.ts';
import { type Query, understand } from './query/understand.ts';
import { both, either, type Hits, type Ranked, rank, weaker } from './rank.ts';
import { IndexError, type Manifest, type Source } from './source.ts';
import { completions, nearestWord, type Words, wordFilesFor } from './spelling.ts';
import { type TextUnit, textUnits } from './text-units.ts';

const MOST_SUGGESTIONS = 7;
/** Completions of an unfinished word that are searched for. */
const COMPLETIONS = 4;
/** Files of words read to complete a word. */
const COMPLETION_FILES = 4;

/** What the archive says for a word counts half of the word. */
const SIMILAR = 0.5;

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

/** A query as it was asked. */
export interface Asked {
  readonly text: string;
  /** The last word may be unfinished. */
  readonly typing: boolean;
  /** Nothing is searched for in place of what was typed. */
  readonly exact: boolean;
}

/** Looks up what a query names and searches the texts for its words. */
export class Finder {
  readonly #source: Source;
  readonly #manifest: Manifest;
  readonly names: Names;

  constructor(source: Source, manifest: Manifest) {
    this.#source = source;
    this.#manifest = manifest;
    this.names = new Names(manifest.names);
  }

  /** @param early told the entries that the query names, before the texts are searched */
  async find({ text, typing, exact }: Asked, early?: (finding: Finding) => void): Promise<Finding> {
    const query = understand(text);
    const { direct, unknown, whole } = await findDirect(query, this.#source, this.#manifest.buckets, this.names);
    const { units, left } = textUnits(query, this.#manifest);
    const { periods, cut, signs } = query;
    const period =
      periods[0] && !periods[0].monthDay && unknown.length === 0 ? { from: periods[0].from, to: periods[0].to } : null;
    const remarks: Remarks = { unknown, cut, left, missing: [], instead: null, signs, period };
    const named: Finding = { direct, ranked: [], units: 0, remarks, marks: new Map(), stems: stemsOf(query, []) };
    const listed = await listFor(query, direct, this.names, () => this.#source.table());
    if (listed) return { ...named, ...listed };
    // Nothing that merely looks like the reference is offered for it.
    if ((whole && direct.length === 0) || units.length === 0) return named;
    if (direct.length > 0) early?.(named);
    const { finding, better } = await this.#searchTexts(query, units, named, typing);
    if (exact || better === null) return finding;
    const instead = await this.find({ text: better, typing: false, exact: true }, early);
    if (instead.direct.length + instead.ranked.length === 0) return finding;
    return { ...instead, remarks: { ...instead.remarks, instead: better } };
  }

  /** Entries by the beginning of their number, and things by a beginning of their name or of a word of it. */
  async suggest(text: string): Promise<Suggestion[]> {
    const query = understand(text);
    const { direct } = await findDirect(query, this.#source, this.#manifest.buckets, this.names);
    const meant = query.units.length === 0 || query.number ? direct.filter(({ why }) => why !== 'name') : [];
    const digits = digitsOf(text);
    const isNumber = /^(?:[a-z-]{2,7}[ -]?|actions? )?[\d/. -]+$/i.test(text.trim()) && digits.length >= PREFIX;
    const numbers = isNumber ? await this.#source.numbers(digits.slice(0, PREFIX)) : [];
    const rows = [
      ...meant.map(({ row }) => row),
      ...numbers.filter(([number]) => number.startsWith(digits)).map(([, row]) => row),
      ...this.names.startingWith(foldName(text)),
    ];
    return [...new Map(rows.map((row) => [row.address, row])).values()]
      .slice(0, MOST_SUGGESTIONS)
      .map(({ address, kind, label, title }) => ({
        row: { address, kind, label, title },
        exact: meant.length === 1 && meant[0]?.row.address === address,
      }));
  }

  async #searchTexts(
    query: Query,
    units: readonly TextUnit[],
    named: Finding,
    typing: boolean,
  ): Promise<{ finding: Finding; better: string | null }> {
    const found = await Promise.all(units.map((unit) => this.#hitsOf(unit, typing)));
    const understood = readOtherwise(query, named.direct);
    const unfound = await this.#explainMissing(units.filter((_, index) => found[index]?.hits.size === 0));
    const missing = unfound.filter(({ word }) => !understood.some((one) => one.includes(word)));
    const held = units.filter((_, index) => found[index]?.hits.size !== 0);
    const lists = found.map(({ hits }) => hits).filter((hits) => hits.size > 0);
    const without = await Promise.all(query.without.map(({ spellings }) => this.#hitsOf(unitOf(spellings), false)));
    const ranked = rank(lists, {
      total: this.#manifest.pages,
      named: this.names.within(held.map(({ text }) => text)),
      within: await this.#within(query.phrases),
      together: await this.#together(units, lists),
      dated: await this.#dated(query),
      times: held.map(({ times }) => times),
    }).filter(({ page }) => !without.some(({ hits }) => hits.has(page)));
    const terms = found.map((one) => one.terms);
    const near = missing.length === 0 && named.direct.length === 0 ? await this.#nearName(query, units) : null;
    const rows = near?.rows.map((row): Direct => ({ row, why: 'near' })) ?? [];
    return {
      finding: {
        ...named,
        direct: [...named.direct, ...rows],
        ranked: this.#onePerThing(ranked, query.meaning),
        units: units.length,
        remarks: { ...named.remarks, missing: missing.filter(({ near }) => near !== '') },
        marks: marksOf([...terms, ...query.phrases.map((phrase) => fold(phrase).split(' '))]),
        stems: stemsOf(query, terms.flat()),
      },
      better: near?.instead ?? (await this.#better(query.text, missing)),
    };
  }

  async #better(text: string, missing: Remarks['missing']): Promise<string | null> {
    if (missing.length === 0) return null;
    const foreign = await this.#source.foreign();
    const translated = missing.some(({ word }) => meaningOf(fold(word), foreign));
    return instead(text, missing, (word) => translated && foreign[fold(word)]?.length === 0);
  }

  /** A term stands where the thing it names would, and gives way to it where both match. */
  #onePerThing(ranked: readonly Ranked[], meaning: boolean): readonly Ranked[] {
    const pages = new Set(ranked.map(({ page }) => page));
    const seen = new Set<string>();
    return ranked.flatMap((one) => {
      const thing = meaning ? undefined : this.names.thingOf(one.page);
      const page = thing && pages.has(thing) ? thing : one.page;
      if (seen.has(page)) return [];
      seen.add(page);
      return [{ ...one, page }];
    });
  }

  /**
   * What bears a name like the one asked for. A single word that no page has in this form is searched for as that name; of
   * several words each may be right, so that the name is only put before what they find.
   */
  async #nearName(
    query: Query,
    units: readonly TextUnit[],
  ): Promise<{ rows: EntryRow[]; instead: string | null } | null> {
    const name = query.names.at(-1) ?? '';
    if (name.length < 6 || query.phrases.length + query.references.length + query.periods.length > 0) return null;
    const nearest = this.names.nearest(name);
    if (nearest === null) return null;
    if (name.includes(' ')) return { rows: onePerThing(this.names.bearers(nearest), query.meaning), instead: null };
    const [unit] = units;
    const words = await this.#words(wordFilesFor(name, this.#manifest.words, false));
    if (!unit || Object.hasOwn(words, name) || (await this.#isCommon(name))) return null;
    return { rows: [], instead: query.text.replace(unit.text, nearest) };
  }

  async #isCommon(word: string): Promise<boolean> {
    const letter = word.charAt(0);
    return /[a-z]/.test(letter) && ` ${await this.#source.commonWords(letter)} `.includes(` ${word} `);
  }

  async #dated({ periods }: Query): Promise<ReadonlySet<string> | undefined> {
    if (!periods.some(({ inWords }) => !inWords)) return undefined;
    return new Set(new Facets(await this.#source.table()).list(null, periods).map(({ page }) => page));
  }

  /** Pages that have a unit in any spelling; the words actually searched for, for marking. */
  async #hitsOf(
    { spellings, last, begins, similar }: TextUnit,
    typing: boolean,
  ): Promise<{ hits: Hits; terms: string[] }> {
    const hitsOf = async (terms: readonly string[]) => both(await Promise.all(terms.map((t) => this.#source.term(t))));
    const typed = spellings[0]?.[0] ?? '';
    const unfinished = begins || (typing && last && typed.length >= 3) ? await this.#complete(typed) : [];
    const all = [...spellings, ...unfinished.map((word) => [word])];
    const other = await Promise.all(similar.map(hitsOf));
    return {
      hits: either([...(await Promise.all(all.map(hitsOf))), ...other.map((hits) => weaker(hits, SIMILAR))]),
      terms: [...all, ...similar].flat(),
    };
  }

  async #complete(typed: string): Promise<string[]> {
    const files = wordFilesFor(typed, this.#manifest.words, true).slice(0, COMPLETION_FILES);
    return completions(typed, await this.#words(files), COMPLETIONS);
  }

  /**
   * What may be meant by the words that no page has: the archive's word for a French or German one, `''` for one of these
   * that says nothing, else a near spelling, but none for a word that is common in a language.
   */
  async #explainMissing(units: readonly TextUnit[]): Promise<Remarks['missing'][number][]> {
    const named = units.filter(({ text }) => text !== '');
    if (named.length === 0) return [];
    const foreign = await this.#source.foreign();
    return Promise.all(
      named.map(async ({ text, spellings }) => {
        const typed = spellings[0]?.[0] ?? '';
        const meaning = meaningOf(typed, foreign);
        if (meaning) return { word: text, near: await this.#firstHeld(meaning) };
        const words = await this.#words(wordFilesFor(typed, this.#manifest.words, false));
        if (Object.hasOwn(words, typed)) {
          throw new IndexError(`The search index is incomplete: it lists “${text}” and does not find it.`);
        }
        if (await this.#isCommon(typed)) return { word: text, near: null };
        const [begun] = typed.length > 3 ? completions(typed, words, 1) : [];
        return { word: text, near: nearestWord(typed, words) ?? begun ?? null };
      }),
    );
  }

  /** The first of several words or phrases whose words the archive has; `''` where a word says nothing. */
  async #firstHeld(meanings: readonly string[]): Promise<string | null> {
    for (const meaning of meanings) {
      const hits = await Promise.all(meaning.split(' ').map((term) => this.#source.term(term)));
      if (hits.every(({ size }) => size > 0)) return meaning;
    }
    return meanings.length === 0 ? '' : null;
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

const unitOf = (spellings: TextUnit['spellings']): TextUnit => {
  return { text: '', spellings, last: false, times: 1, begins: false, similar: [] };
};

/**
 * The query with what was probably meant in place of the words that are missing; null where nothing is known.
 * @param isEmpty whether a word says nothing in a language from which others were translated
 */
export function instead(
  text: string,
  missing: Remarks['missing'],
  isEmpty: (word: string) => boolean = () => false,
): string | null {
  const near = missing.filter((one) => one.near);
  if (near.length === 0) return null;
  const words = text.split(' ').filter((word) => !isEmpty(word));
  return near.reduce((result, { word, near }) => result.replace(word, near ?? word), words.join(' '));
}

/** Stems of the words of a query, for marking them on the page that a result leads to. */
export function stemsOf(query: Query, terms: readonly string[]): string[] {
  const phrases = query.phrases.flatMap((phrase) => fold(phrase).split(/[^\p{L}\p{N}]+/u));
  const references = query.references.map(({ text }) => fold(text).split(' ').at(-1) ?? '');
  return [...new Set([...terms, ...phrases, ...references].filter((term) => term.length > 1).map(lightStem))];
}
