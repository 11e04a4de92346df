import type { Entry } from '../../archive/collections.ts';
import { scanWithheld } from '../../markdown/withheld-blocks.ts';
import type { Rule } from '../rule.ts';

export const portions: Rule = {
  code: 'PORTIONS',
  contract:
    'Where a document is open in part, its précis and its text mark what is withheld; a public one has nothing marked.',
  *check({ content, bodyOf }) {
    const documents = new Map(
      content.entries.filter((e): e is Entry<'documents'> => e.collection === 'documents').map((e) => [e.id, e]),
    );
    for (const entry of content.entries) {
      if (entry.collection !== 'documents' && entry.collection !== 'texts') continue;
      const status = documents.get(entry.id)?.record.access.status;
      const body = bodyOf(entry);
      const { blocks, faults } = scanWithheld(body);
      // Blocks that cannot be read are told by DIRECTIVE; which portions they mark is known when they can.
      if (faults.length > 0) continue;
      const first = blocks[0];
      if (status === 'partial' && !first && body.trim() !== '') {
        yield {
          entry,
          bodyLine: 1,
          message: 'the document is open in part, and nothing says which part is withheld',
          fix: 'put what is withheld between a line :::withheld{pages="…" decided="…" reason="…"} and a line :::',
        };
      }
      if (status === 'public' && first) {
        yield {
          entry,
          bodyLine: first.from,
          message: 'a portion is withheld in a document whose access is public',
          fix: 'set access: { status: partial } in its record, or remove the block',
        };
      }
    }
  },
};
