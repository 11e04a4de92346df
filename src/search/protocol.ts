import type { EntryRow } from './entry.ts';
import type { Section, Segment } from './excerpt.ts';
import type { Counts, Filters } from './facets.ts';

/** What the page asks of the search. */
export interface Request {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: 'relevance' | 'date';
  /** Results wanted, from 0. */
  readonly from: number;
  readonly to: number;
  /** The reader is still typing: the last word may be unfinished. */
  readonly typing?: boolean;
  /** Exactly what was typed, slips and foreign words with it. */
  readonly exact?: boolean;
}

/** An entry the query names: it stands above what the texts give. */
export interface Direct {
  readonly row: EntryRow;
  /** `reference`, `number`, `day`: found by that. `same-number`: another version of the document asked for. `near`: a name like it. */
  readonly why: 'reference' | 'number' | 'day' | 'same-number' | 'name' | 'near';
  /** What the glossary says of it, in one sentence. */
  readonly meaning?: string;
  /** Where its page has words of the query. */
  readonly segments?: readonly Segment[];
  readonly sections?: readonly Section[];
}

/** A well-formed reference that the archive has nothing about. */
export interface Unknown {
  readonly label: string;
  /** Where it may be found outside: the register or EUR-Lex. */
  readonly url: string | null;
  /** How that place is called. */
  readonly place: string | null;
}

export interface Result {
  readonly row: EntryRow;
  readonly segments: readonly Segment[];
  readonly sections: readonly Section[];
}

/** What the page says besides the results. */
export interface Remarks {
  readonly unknown: readonly Unknown[];
  /** Words that match nothing, each with a near spelling where there is one. */
  readonly missing: readonly { readonly word: string; readonly near: string | null }[];
  /** Frequent words that were left out because rarer ones decide. */
  readonly left: readonly string[];
  /** The query was longer than counts. */
  readonly cut: boolean;
  /** What was searched for in place of what was typed: near spellings and the archive's words for words that no page has. */
  readonly instead: string | null;
  /** Signs of the query that mean nothing here. */
  readonly signs: readonly string[];
  /** The stretch of the timeline that the query names. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

export interface Answer {
  readonly direct: readonly Direct[];
  readonly results: readonly Result[];
  /** All results, direct ones included. */
  readonly total: number;
  /** How many results have every word of the query. */
  readonly complete: number;
  readonly remarks: Remarks;
  /** Words to mark on the page that a result leads to. */
  readonly marks: readonly string[];
}

/** An entry or page that a reader may be about to name. */
export interface Suggestion {
  readonly row: Pick<EntryRow, 'address' | 'kind' | 'label' | 'title'>;
  /** What was typed is its number, day or reference and nothing else. */
  readonly exact: boolean;
}

/** What a page can ask for; the worker answers each message with the same number. */
export type Message =
  | { readonly id: number; readonly kind: 'warm'; readonly base: string }
  | { readonly id: number; readonly kind: 'suggest'; readonly base: string; readonly text: string }
  | { readonly id: number; readonly kind: 'search' | 'counts'; readonly base: string; readonly request: Request };

export type Reply =
  /** Nothing where a newer question has overtaken this one. */
  | { readonly id: number; readonly answer: Answer | null; readonly early?: true }
  | { readonly id: number; readonly counts: Counts }
  | { readonly id: number; readonly suggestions: readonly Suggestion[] }
  | { readonly id: number; readonly error: string };
