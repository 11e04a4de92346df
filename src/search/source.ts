import { type Bucket, bucketOf, type EntryRow } from './entry.ts';
import type { Fragment } from './excerpt.ts';
import type { PageTable } from './facets.ts';
import type { Meanings } from './meanings.ts';
import type { Numbers } from './numbers.ts';
import type { Hits } from './rank.ts';
import type { WordFiles, Words } from './spelling.ts';

/** A part of the text index, complete in itself. */
export interface ShardFacts {
  /** Below the site's root. */
  readonly folder: string;
  readonly pages: number;
  /** Words of all its pages together. */
  readonly words: number;
  readonly texts: TextFiles;
}

/** The files with the texts of a shard's pages. */
export interface TextFiles {
  /** Changes with any of them, so that browsers may keep each for ever. */
  readonly digest: string;
  /** Number of files. */
  readonly files: number;
}

/** The file that has the text of a page. @param id as Pagefind has it, without the language */
export const textFileNumber = (id: string, files: number) => bucketOf(id, files);

/** Its path, below the folder of the shard. */
export const textFile = ({ digest }: TextFiles, number: number) => `texts/${digest}/${number}.json`;

/** A thing that has names, as a term, a body, a party or a plan. */
export interface NamedRow {
  /** Forms of the name besides those of the title and the label, folded. */
  readonly forms: readonly string[];
  /** The label is left out where it is the title. */
  readonly row: Omit<EntryRow, 'label'> & Partial<Pick<EntryRow, 'label'>>;
}

/** What is known of an index before any part of it is read. */
export interface Manifest {
  /** Changes with any page of the index. */
  readonly version: string;
  /** Pages in the text index. */
  readonly pages: number;
  readonly shards: readonly ShardFacts[];
  /** Number of files of the index of entries. */
  readonly buckets: number;
  readonly names: readonly NamedRow[];
  /** The digits that numbers begin with: each has a file. */
  readonly numbers: readonly string[];
  readonly synonyms: Meanings;
  readonly words: WordFiles;
  /** Words on so many pages that they tell little and cost much, with the number of pages. */
  readonly common: Readonly<Record<string, number>>;
}

/** Where an engine gets its data: over HTTP, from a folder, or from memory in tests. */
export interface Source {
  manifest(): Promise<Manifest>;
  bucket(number: number): Promise<Bucket>;
  words(file: number): Promise<Words>;
  /** Entries whose numbers begin with two digits; none where none does. */
  numbers(prefix: string): Promise<Numbers>;
  /** What French and German words say in the words of the archive. */
  foreign(): Promise<Meanings>;
  /** Common words of three languages that begin with a letter, between spaces. @param letter `a` to `z` */
  commonWords(letter: string): Promise<string>;
  table(): Promise<PageTable>;
  /** Pages that have a word, all inflections counting; none where no page has it. */
  term(term: string): Promise<Hits>;
  /** Pages that have words next to each other. */
  phrase(words: string): Promise<ReadonlySet<string>>;
  /** A page that `term` or `phrase` named. */
  fragment(page: string): Promise<Fragment>;
  /** Gets ready what every search needs. */
  warm(): Promise<void>;
}

/** Part of the index is missing or damaged: the message is for the reader. */
export class IndexError extends Error {
  override name = 'IndexError';
}
