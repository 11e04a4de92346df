import { classificationIn } from '../../archive/classification.ts';
import type { Entry } from '../../archive/collections.ts';
import type { Rule } from '../rule.ts';

export const classified: Rule = {
  code: 'CLASSIFIED',
  contract: 'Nothing EU-classified is held: such a document is a reference at most.',
  *check({ content, bodyOf }) {
    const documents = new Map(
      content.entries.filter((e): e is Entry<'documents'> => e.collection === 'documents').map((e) => [e.id, e]),
    );
    for (const entry of content.entries) {
      if (entry.collection === 'documents') {
        const { marking, access } = (entry as Entry<'documents'>).record;
        const level = marking && classificationIn(marking);
        const held = access.status !== 'reference-only' || bodyOf(entry).trim() !== '';
        if (level && held && access.status !== 'declassified') {
          yield {
            entry,
            path: ['marking'],
            message: `the document is marked ${level}`,
            fix: 'keep a reference only: access: { status: reference-only } and no précis',
          };
        }
      }
      if (entry.collection === 'texts') {
        const line = bodyOf(entry)
          .split('\n')
          .findIndex((text) => standsAlone(text));
        if (line < 0 || documents.get(entry.id)?.record.access.status === 'declassified') continue;
        yield {
          entry,
          bodyLine: line + 1,
          message: 'the text bears an EU classification',
          fix: 'remove the file from this machine; this archive is not accredited to hold it',
        };
      }
    }
  },
};

/** A marking as a line of its own; one that a sentence mentions is a citation. */
function standsAlone(line: string): boolean {
  const words = line.replace(/[*_#>|\s]+/g, ' ').trim();
  return words.length < 60 && classificationIn(words) !== null && /^[\p{Lu}\p{N} /-]+$/u.test(words);
}
