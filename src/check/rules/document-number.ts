import type { Entry } from '../../archive/collections.ts';
import { keyOf, parseReference } from '../../archive/reference/index.ts';
import type { Rule } from '../rule.ts';

export const documentNumber: Rule = {
  code: 'NUMBER',
  contract: 'The name of a document file has the register form, and its number says the same.',
  *check({ content }) {
    for (const entry of content.entries) {
      if (entry.collection !== 'documents' && entry.collection !== 'texts') continue;
      const own = parseReference(entry.id);
      if (own?.kind !== 'council' || keyOf(own) !== entry.id) {
        yield {
          entry,
          code: 'FILE',
          message: `"${entry.id}" is not the register form of a document`,
          fix: 'name the file like st-13944-2022-init.md or st-9710-1997-rev-1.md',
        };
      } else if (entry.collection === 'documents') {
        const { number } = (entry as Entry<'documents'>).record;
        const printed = parseReference(number);
        if (printed && keyOf(printed) === entry.id) continue;
        yield {
          entry,
          path: ['number'],
          message: `the number "${number}" is ${printed ? keyOf(printed) : 'no document number'}, the file says ${entry.id}`,
          fix: 'correct the number, or rename the file',
        };
      }
    }
  },
};
