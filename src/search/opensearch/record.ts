import type { EntryFace } from '../entry.ts';
import type { Facet } from '../facets.ts';

/** An entry or another page of the archive as a search server holds it. */
export interface ServerRecord extends EntryFace {
  /** First possible day, for sorting. */
  readonly day?: string;
  /** Values to narrow down by. */
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Look-up keys: every reference, number, day and title that leads here. */
  readonly keys: readonly string[];
  /** Every form of its name, folded. */
  readonly names: readonly string[];
  /** Other spellings of its number and name. */
  readonly aliases: readonly string[];
  /** Names that its text uses in their other form only. */
  readonly mentions: readonly string[];
  /** Its text; none where it has no page. */
  readonly content?: string;
  readonly sections?: readonly SectionStart[];
}

export interface SectionStart {
  readonly anchor: string;
  readonly title: string;
  /** Words of the text before it. */
  readonly at: number;
}
