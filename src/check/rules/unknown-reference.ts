import { collections } from '../../archive/collections.ts';
import { type Item, itemOf } from '../../archive/item.ts';
import { type Mend, sameButForForm } from '../../archive/mend.ts';
import { pointersIn } from '../../archive/schema-walk.ts';
import { didYouMean } from '../../archive/suggest.ts';
import type { Rule } from '../rule.ts';

export const unknownReference: Rule = {
  code: 'UNKNOWN-REFERENCE',
  contract: 'Every id of another entry is the id of an entry that exists.',
  *check({ content, ids, exists }) {
    for (const entry of content.entries) {
      for (const { path, value, to } of pointersIn(collections[entry.collection].schema, entry.record)) {
        if (to === 'source' || exists(to, value)) continue;
        const named = namedSo(
          value,
          content.entries.filter(({ collection }) => collection === to).map((entry) => itemOf(entry)),
        );
        const guess = named ? ` (did you mean "${named}"?)` : didYouMean(value, ids.get(to) ?? []);
        yield {
          entry,
          path,
          message: `${to} has no "${value}"`,
          fix: `correct the id${guess}${named ? '' : `, or write ${placeOf(to, value)}`}`,
          mend: named ? { kind: 'value', value: named } : mendOf(value, ids.get(to) ?? []),
        };
      }
    }
  },
};

/** An id that is there in another form; never one that merely looks like it. */
export function mendOf(typed: string, ids: Iterable<string>, behind = ''): Mend | undefined {
  const meant = sameButForForm(typed, ids);
  return meant === null ? undefined : { kind: 'value', value: meant + behind };
}

/** The id of the only entry that bears what was written as its name. */
function namedSo(written: string, items: readonly Item[]): string | null {
  const name = sameButForForm(
    written,
    items.flatMap(({ label, title }) => [...new Set([label, title])]),
  );
  return items.find(({ label, title }) => name !== null && (label === name || title === name))?.id ?? null;
}

function placeOf(collection: keyof typeof collections, id: string): string {
  const { layout, endings } = collections[collection];
  return layout === 'list'
    ? `an entry for it in ${collection}${endings[0]}`
    : `${collection}/${id.toLowerCase()}${endings[0]}`;
}
