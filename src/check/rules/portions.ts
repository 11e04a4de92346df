import type { Entry } from '../../archive/collections.ts';
import type { Rule } from '../rule.ts';

export const portions: Rule = {
  code: 'PORTIONS',
  contract:
    'Where a document is open in part, its précis and its text mark what is withheld, and nothing else could hold it; a public one has nothing marked.',
  *check({ content, textOf }) {
    const documents = new Map(
      content.entries.filter((e): e is Entry<'documents'> => e.collection === 'documents').map((e) => [e.id, e]),
    );
    for (const entry of content.entries) {
      if (entry.collection !== 'documents' && entry.collection !== 'texts') continue;
      const status = documents.get(entry.id)?.record.access.status;
      const { blank, withheld } = textOf(entry);
      const { first = null, faults = [], apart = [] } = withheld ?? {};
      // Blocks that cannot be read are told by DIRECTIVE; which portions they mark is known when they can.
      if (faults.length > 0) continue;
      if (status === 'partial' && first === null && !blank) {
        yield {
          entry,
          bodyLine: 1,
          message: 'the document is open in part, and nothing says which part is withheld',
          fix: 'put what is withheld between a line :::withheld{pages="…" decided="…" reason="…"} and a line :::',
        };
      }
      for (const { bodyLine, message, fix } of apart) yield { entry, bodyLine, message, fix };
      if (status === 'public' && first !== null) {
        yield {
          entry,
          bodyLine: first,
          message: 'a portion is withheld in a document whose access is public',
          fix: 'set access: { status: partial } in its record, or remove the block',
        };
      }
    }
  },
};
