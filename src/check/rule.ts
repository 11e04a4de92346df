import type { Mend } from '../archive/mend.ts';
import type { ReadCode } from '../archive/problem.ts';
import type { ArchiveContent, EntryFace, WrittenEntry } from '../archive/read.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import type { Path } from '../archive/source-file.ts';
import type { TextFacts } from '../archive/text-facts.ts';

/** What a rule found in one entry. */
export interface RuleFinding {
  readonly entry: EntryFace;
  /** Place in the entry's record. */
  readonly path?: Path;
  /** Or a place in the body, counted from its first line as 1. */
  readonly bodyLine?: number;
  /** From 1. */
  readonly column?: number | undefined;
  readonly message: string;
  readonly fix: string;
  /** Where it can be mended without asking. */
  readonly mend?: Mend | undefined;
  /** Where a rule reports under several codes; its own code otherwise. */
  readonly code?: ReadCode;
}

/** What rules work on: the content with its indexes, made once for all of them. */
export interface CheckContext {
  readonly content: ArchiveContent;
  /** All entries as they are written: for rules that need no valid record, so that one fault hides no other. */
  readonly written: readonly WrittenEntry[];
  /** Ids of the entries that passed their schemas. */
  readonly ids: ReadonlyMap<CollectionName, ReadonlySet<string>>;
  /** Whether an entry is there, if only one with faults of its own, or one of a list that does not parse. */
  exists(collection: CollectionName, id: string): boolean;
  /** Anchors of a document's précis; none where it has no précis. Slower than what else there is to know of a text. */
  anchorsOf(documentId: string): readonly string[];
  /** The day, `YYYY-MM-DD`, for warnings: whether content passes depends on no day, and there it is null. */
  readonly today: string | null;
  /** What there is to know of the text of an entry. */
  textOf(entry: EntryFace): TextFacts;
}

/** A check on the content. To add one, write a file, add it to `rules/index.ts`, and give it a broken example. */
export interface Rule {
  readonly code: string;
  /** What holds where the rule finds nothing. */
  readonly contract: string;
  check(context: CheckContext): Iterable<RuleFinding>;
}
