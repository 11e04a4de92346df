import type { Entry } from '../../archive/collections.ts';
import { keyOf, parseReference } from '../../archive/reference/index.ts';
import { byRecord } from '../by-record.ts';
import type { Rule } from '../rule.ts';

const hasRegisterForm = byRecord(({ id }: Entry) => {
  const own = parseReference(id);
  return own?.kind === 'council' && keyOf(own) === id;
});

const printedKey = byRecord(({ record }: Entry<'documents'>) => {
  const printed = parseReference(record.number);
  return printed && keyOf(printed);
});

export const documentNumber: Rule = {
  code: 'NUMBER',
  contract: 'The name of a document file has the register form, and its number says the same.',
  *check({ content }) {
    for (const entry of content.entries) {
      if (entry.collection !== 'documents' && entry.collection !== 'texts') continue;
      if (!hasRegisterForm(entry)) {
        yield {
          entry,
          code: 'FILE',
          message: `"${entry.id}" is not the register form of a document`,
          fix: 'name the file like st-13944-2022-init.md or st-9710-1997-rev-1.md',
        };
      } else if (entry.collection === 'documents') {
        const { number } = (entry as Entry<'documents'>).record;
        const printed = printedKey(entry as Entry<'documents'>);
        if (printed === entry.id) continue;
        yield {
          entry,
          path: ['number'],
          message: `the number "${number}" is ${printed ?? 'no document number'}, the file says ${entry.id}`,
          fix: 'correct the number, or rename the file',
        };
      }
    }
  },
};
