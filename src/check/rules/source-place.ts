import { collections, type Entry } from '../../archive/collections.ts';
import { pageOf } from '../../archive/locator.ts';
import { pointersIn } from '../../archive/schema-walk.ts';
import { parseSource } from '../../archive/source.ts';
import { mixedSections } from '../../markdown/withheld-sections.ts';
import type { Rule } from '../rule.ts';

export const sourcePlace: Rule = {
  code: 'SOURCE-PLACE',
  contract:
    'A source that is open in part is named with the place, so that the public edition knows whether it is open.',
  *check({ content, bodyOf }) {
    const partial = new Map(
      content.entries
        .filter((e): e is Entry<'documents'> => e.collection === 'documents')
        .filter(({ record }) => record.access.status === 'partial')
        .map((entry) => [entry.id, entry]),
    );
    const sections = new Map<string, ReadonlySet<string>>();
    const mixedOf = (document: Entry<'documents'>) => {
      const mixed = sections.get(document.id) ?? mixedSections(bodyOf(document));
      sections.set(document.id, mixed);
      return mixed;
    };
    for (const entry of content.entries) {
      for (const { path, value, to } of pointersIn(collections[entry.collection].schema, entry.record)) {
        if (to !== 'source') continue;
        const { id, locator } = parseSource(value);
        const document = partial.get(id);
        if (!document) continue;
        if (locator !== null && pageOf(locator) === null && !mixedOf(document).has(locator)) continue;
        yield { entry, path, ...complaint(id, locator) };
      }
    }
  },
};

function complaint(id: string, locator: string | null): { message: string; fix: string } {
  const open = `"${id}" is open only in part`;
  if (locator === null) {
    return {
      message: `${open}, and the source does not say which part`,
      fix: 'name the section behind #; what its first page says of it is #header',
    };
  }
  if (pageOf(locator) !== null) {
    return {
      message: `${open}, and a page may hold both what is open and what is not`,
      fix: 'name the section behind #; what its first page says of it is #header',
    };
  }
  return {
    message: `${open}, and a portion of its section "${locator}" is withheld`,
    fix: `name the paragraph or point of the section, for example #${locator}-p1`,
  };
}
