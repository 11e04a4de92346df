import { classificationIn, markedLines } from '../../archive/classification.ts';
import type { Entry } from '../../archive/collections.ts';
import type { Path } from '../../archive/source-file.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const classified: Rule = {
  code: 'CLASSIFIED',
  contract: 'Nothing EU-classified is held: such a document is a reference at most.',
  *check({ content, bodyOf }) {
    const quoted = quotedMarkings(content.entries);
    for (const entry of content.entries) {
      for (const finding of classifiedFindings(entry, bodyOf(entry), quoted)) yield { entry, ...finding };
    }
  },
};

/** The markings that declassified documents quote, by the id of the document: the recorded exceptions. */
function quotedMarkings(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const quoted = new Map<string, string>();
  for (const entry of entries) {
    if (entry.collection !== 'documents') continue;
    const { status, quotedMarking } = (entry as Entry<'documents'>).record.access;
    if (status === 'declassified' && quotedMarking) quoted.set(entry.id, quotedMarking);
  }
  return quoted;
}

/** What makes an entry one that must not be held. */
function* classifiedFindings(
  entry: Entry,
  body: string,
  quoted: ReadonlyMap<string, string>,
): Iterable<Omit<RuleFinding, 'entry'>> {
  const exception = entry.collection === 'documents' || entry.collection === 'texts' ? quoted.get(entry.id) : undefined;
  if (entry.collection === 'documents') {
    const { marking, access } = (entry as Entry<'documents'>).record;
    const level = marking === undefined ? null : classificationIn(marking);
    const held = access.status !== 'reference-only' || body.trim() !== '';
    if (level && held && level !== (exception === undefined ? null : classificationIn(exception))) {
      yield {
        path: ['marking'],
        message: `the document is marked ${level}`,
        fix: 'keep a reference only: access: { status: reference-only } and no précis; of a declassified document record the old marking as access.quotedMarking',
      };
    }
  }
  for (const { path, words } of wordsOf(entry.record, isReference(entry) ? REFERENCE : NAMING)) {
    for (const { level } of markedLines(words, exception)) yield { path, ...marked(level) };
  }
  for (const { line, level } of markedLines(body, exception)) yield { bodyLine: line, ...marked(level) };
}

const isReference = ({ collection, record }: Entry) =>
  collection === 'documents' && (record as Entry<'documents'>['record']).access.status === 'reference-only';

const marked = (level: string) => ({
  message: `the text is marked ${level}`,
  fix: 'remove the file from this machine, this archive is not accredited to hold it; of a declassified document record the old marking as access.quotedMarking',
});

/** Fields that name a marking: what a document bears or quotes, and words of the glossary. */
const NAMING: ReadonlySet<string> = new Set(['marking', 'quotedMarking', 'term', 'expansion', 'aliases']);
/** A reference says of a classified document how it is called. */
const REFERENCE: ReadonlySet<string> = new Set([...NAMING, 'number', 'title']);

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
