import type { MarkedLine } from './classification.ts';

/** Why something in a body cannot be relied on. */
export interface BlockFault {
  /** From 1. */
  readonly bodyLine: number;
  /** From 1; the whole line where it is left out. */
  readonly column?: number;
  readonly message: string;
  readonly fix: string;
}

/** What the rules of the check ask of a text: all that they need of it, so that no body stays in memory. */
export interface TextFacts {
  readonly blank: boolean;
  /** Names of the pictures that it shows. */
  readonly pictures: readonly string[];
  /** Lines that bear a classification. */
  readonly marked: readonly MarkedLine[];
  /** Null where nothing is withheld, nor fails to be. */
  readonly withheld: WithheldFacts | null;
  /** Words of a précis or an official text that no page shows and that cannot be taken out. */
  readonly hidden: readonly BlockFault[];
  /** The documents and issues of the Official Journal that it cites, each with where it does so. */
  readonly cites: readonly CitedText[];
  /** Programs in a page of the guide; none in other texts. */
  readonly program: readonly BlockFault[];
}

export interface CitedText {
  /** Register form of a document, canonical form of another text. */
  readonly id: string;
  readonly printed: string;
  /** The year of its number or the date of the issue, in EDTF. */
  readonly date: string;
  /** From 1. */
  readonly bodyLine: number;
}

export interface WithheldFacts {
  /** Line on which the first portion begins, from 1; null where there is none. */
  readonly first: number | null;
  /** When access to a portion was decided, with the line on which it begins. */
  readonly decided: readonly { readonly bodyLine: number; readonly date: string }[];
  /** Why the portions cannot be relied on. */
  readonly faults: readonly BlockFault[];
  /** What stands outside the portions and could belong to them. */
  readonly apart: readonly BlockFault[];
  /** Locators of the sections that hold both what is open and what is not. */
  readonly mixed: readonly string[];
}

/** Of an entry without a text. */
export const NO_TEXT: TextFacts = {
  blank: true,
  pictures: [],
  marked: [],
  withheld: null,
  hidden: [],
  cites: [],
  program: [],
};
