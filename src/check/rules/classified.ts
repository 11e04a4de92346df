import { classificationIn, forbidden, markedLines } from '../../archive/classification.ts';
import type { Entry, Records } from '../../archive/collections.ts';
import type { WrittenEntry } from '../../archive/read.ts';
import type { Path } from '../../archive/source-file.ts';
import type { TextFacts } from '../../archive/text-facts.ts';
import { byRecord } from '../by-record.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const classified: Rule = {
  code: 'CLASSIFIED',
  contract: 'Nothing EU-classified is held: such a document is a reference at most.',
  *check({ content, written, textOf }) {
    const quoted = quotedMarkings(written);
    for (const entry of content.entries) {
      if (entry.collection === 'documents') {
        yield* findingsOfRecord(entry as Entry<'documents'>, textOf(entry), quoted.get(entry.id));
      }
    }
    for (const entry of written) {
      const holds = entry.collection === 'documents' || entry.collection === 'texts';
      const exception = holds ? quoted.get(entry.id) : undefined;
      for (const finding of findingsOfWords(entry, textOf(entry), exception)) yield { entry, ...finding };
    }
  },
};

/** The markings that declassified documents quote, by the id of the document: the recorded exceptions. */
function quotedMarkings(entries: readonly WrittenEntry[]): ReadonlyMap<string, string> {
  const quoted = new Map<string, string>();
  for (const { collection, id, record } of entries) {
    if (collection !== 'documents') continue;
    const { status, quotedMarking } = (record as Partial<Records['documents']> | null)?.access ?? {};
    if (status === 'declassified' && quotedMarking) quoted.set(id, String(quotedMarking));
  }
  return quoted;
}

/** A document that is marked, and of which more than a reference is held. */
function* findingsOfRecord(
  entry: Entry<'documents'>,
  { blank }: TextFacts,
  quoted: string | undefined,
): Iterable<RuleFinding> {
  const { marking, access } = entry.record;
  const level = marking === undefined ? null : classificationIn(marking);
  const held = access.status !== 'reference-only' || !blank;
  if (!level || !held || level === (quoted === undefined ? null : classificationIn(quoted))) return;
  yield {
    entry,
    path: ['marking'],
    message: `the document is marked ${level}`,
    fix: 'keep a reference only: access: { status: reference-only } and no précis; of a declassified document record the old marking as access.quotedMarking',
  };
}

/** Words that bear a marking, in the record or in the text. */
function* findingsOfWords(
  entry: WrittenEntry,
  text: TextFacts,
  exception: string | undefined,
): Iterable<Omit<RuleFinding, 'entry'>> {
  for (const { path, lines } of markedFields(entry)) {
    for (const { level } of forbidden(lines, exception)) yield { path, ...marked(level) };
  }
  for (const { line, level } of forbidden(text.marked, exception)) yield { bodyLine: line, ...marked(level) };
}

const isReference = ({ collection, record }: WrittenEntry) =>
  collection === 'documents' && (record as Partial<Records['documents']> | null)?.access?.status === 'reference-only';

const marked = (level: string) => ({
  message: `the text is marked ${level}`,
  fix: 'remove the file from this machine, this archive is not accredited to hold it; of a declassified document record the old marking as access.quotedMarking',
});

/** Fields that name a marking: what a document bears or quotes, and words of the glossary. */
const NAMING: ReadonlySet<string> = new Set(['marking', 'quotedMarking', 'term', 'expansion', 'aliases']);
/** A reference says of a classified document how it is called. */
const REFERENCE: ReadonlySet<string> = new Set([...NAMING, 'number', 'title']);

/** The fields of a record that hold lines with a marking. */
const markedFields = byRecord((entry: WrittenEntry) =>
  [...wordsOf(entry.record, isReference(entry) ? REFERENCE : NAMING)].flatMap(({ path, words }) => {
    const lines = markedLines(words, undefined);
    return lines.length > 0 ? [{ path, lines }] : [];
  }),
);

function* wordsOf(
  value: unknown,
  naming: ReadonlySet<string>,
  path: Path = [],
): Iterable<{ path: Path; words: string }> {
  if (typeof value === 'string') yield { path, words: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!naming.has(key)) yield* wordsOf(item, naming, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
