import type { Entry } from '../../archive/collections.ts';
import type { Rule } from '../rule.ts';

export const sourceNeeded: Rule = {
  code: 'SOURCE-NEEDED',
  contract: 'A document that is not held says where its facts come from, and has no précis.',
  *check({ content, textOf }) {
    for (const entry of content.entries) {
      if (entry.collection !== 'documents') continue;
      const { access, source } = (entry as Entry<'documents'>).record;
      const reference = access.status === 'reference-only';
      if (reference && !source) {
        yield {
          entry,
          message: 'no source says what is known of this document',
          fix: `add source: with the places that cite it, or register:${entry.id}`,
        };
      }
      if (reference && !textOf(entry).blank) {
        yield {
          entry,
          bodyLine: 1,
          message: 'a document that is not held has a précis',
          fix: 'move what is known into notes, each with its source',
        };
      }
    }
  },
};
