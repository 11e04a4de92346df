import { collections, type Entry } from '../../archive/collections.ts';
import { pageOf } from '../../archive/locator.ts';
import { pointersIn } from '../../archive/schema-walk.ts';
import { parseSource } from '../../archive/source.ts';
import type { Rule } from '../rule.ts';

export const sourcePlace: Rule = {
  code: 'SOURCE-PLACE',
  contract:
    'A source that is open in part is named with the place, so that the public edition knows whether it is open.',
  *check({ content }) {
    const partial = new Set(
      content.entries
        .filter((e): e is Entry<'documents'> => e.collection === 'documents')
        .filter(({ record }) => record.access.status === 'partial')
        .map(({ id }) => id),
    );
    for (const entry of content.entries) {
      for (const { path, value, to } of pointersIn(collections[entry.collection].schema, entry.record)) {
        if (to !== 'source') continue;
        const { id, locator } = parseSource(value);
        if (!partial.has(id) || (locator !== null && pageOf(locator) === null)) continue;
        yield {
          entry,
          path,
          message: locator
            ? `"${id}" is open only in part, and a page may hold both what is open and what is not`
            : `"${id}" is open only in part, and the source does not say which part`,
          fix: 'name the section behind #; what its first page says of it is #header',
        };
      }
    }
  },
};
