import { type Bucket, bucketOf, type EntryRow } from './entry.ts';
import type { Fragment } from './excerpt.ts';
import type { PageTable } from './facets.ts';
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

/** What is known of an index before any part of it is read. */
export interface Manifest {
  /** Changes with any page of the index. */
  readonly version: string;
  /** Pages in the text index. */
  readonly pages: number;
  readonly shards: readonly ShardFacts[];
  /** Number of files of the index of entries. */
  readonly buckets: number;
  /** Things that have names: terms, bodies, parties, plans … with every form of the name, folded. */
  readonly names: readonly { readonly forms: readonly string[]; readonly row: EntryRow }[];
  readonly words: WordFiles;
  /** Words on so many pages that they tell little and cost much, with the number of pages. */
  readonly common: Readonly<Record<string, number>>;
}

/** Where an engine gets its data: over HTTP, from a folder, or from memory in tests. */
export interface Source {
  manifest(): Promise<Manifest>;
  bucket(number: number): Promise<Bucket>;
  words(file: number): Promise<Words>;
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
