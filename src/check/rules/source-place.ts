import type { Entry } from '../../archive/collections.ts';
import { pageOf } from '../../archive/locator.ts';
import { parseSource } from '../../archive/source.ts';
import { pointersOf } from '../pointers.ts';
import type { Rule } from '../rule.ts';

export const sourcePlace: Rule = {
  code: 'SOURCE-PLACE',
  contract:
    'A source that is open in part is named with the place, so that the public edition knows whether it is open.',
  *check({ content, textOf }) {
    const partial = new Map(
      content.entries
        .filter((e): e is Entry<'documents'> => e.collection === 'documents')
        .filter(({ record }) => record.access.status === 'partial')
        .map((entry) => [entry.id, entry]),
    );
    for (const entry of content.entries) {
      for (const { path, value, to } of pointersOf({ ...entry, faults: [] })) {
        if (to !== 'source') continue;
        const { id, locator } = parseSource(value);
        const document = partial.get(id);
        if (!document) continue;
        const mixed = textOf(document).withheld?.mixed ?? [];
        if (locator !== null && pageOf(locator) === null && !mixed.includes(locator)) continue;
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
