import { classificationIn, markedLines } from '../../archive/classification.ts';
import type { Entry, Records } from '../../archive/collections.ts';
import type { EntryFace, WrittenEntry } from '../../archive/read.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const classified: Rule = {
  code: 'CLASSIFIED',
  contract: 'Nothing EU-classified is held: such a document is a reference at most.',
  *check({ content, written, bodyOf }) {
    const quoted = quotedMarkings(written);
    for (const entry of content.entries) {
      if (entry.collection === 'documents') {
        yield* findingsOfRecord(entry as Entry<'documents'>, bodyOf(entry), quoted.get(entry.id));
      }
    }
    for (const entry of written) {
      const holds = entry.collection === 'documents' || entry.collection === 'texts';
      yield* findingsOfBody(entry, bodyOf(entry), holds ? quoted.get(entry.id) : undefined);
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
function* findingsOfRecord(entry: Entry<'documents'>, body: string, quoted: string | undefined): Iterable<RuleFinding> {
  const { marking, access } = entry.record;
  const level = marking === undefined ? null : classificationIn(marking);
  const held = access.status !== 'reference-only' || body.trim() !== '';
  if (!level || !held || level === (quoted === undefined ? null : classificationIn(quoted))) return;
  yield {
    entry,
    path: ['marking'],
    message: `the document is marked ${level}`,
    fix: 'keep a reference only: access: { status: reference-only } and no précis; of a declassified document record the old marking as access.quotedMarking',
  };
}

function* findingsOfBody(entry: EntryFace, body: string, quoted: string | undefined): Iterable<RuleFinding> {
  for (const { line, level } of markedLines(body, quoted)) {
    yield {
      entry,
      bodyLine: line,
      message: `the text is marked ${level}`,
      fix: 'remove the file from this machine, this archive is not accredited to hold it; of a declassified document record the old marking as access.quotedMarking',
    };
  }
}
