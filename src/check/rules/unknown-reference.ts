import { collections } from '../../archive/collections.ts';
import { type Item, itemOf } from '../../archive/item.ts';
import { type Mend, sameButForForm } from '../../archive/mend.ts';
import type { EntryFace } from '../../archive/read.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { didYouMean } from '../../archive/suggest.ts';
import { pointersOf } from '../pointers.ts';
import type { Rule } from '../rule.ts';

export const unknownReference: Rule = {
  code: 'UNKNOWN-REFERENCE',
  contract: 'Every id of another entry is the id of an entry that exists.',
  *check({ content, written, ids, exists }) {
    for (const entry of written) {
      for (const { path, value, to } of pointersOf(entry)) {
        if (to === 'source' || exists(to, value)) continue;
        const named = namedSo(value, content.entries.filter(({ collection }) => collection === to).map(itemOf));
        const guess = named ? ` (did you mean "${named}"?)` : didYouMean(value, ids.get(to) ?? []);
        yield {
          entry,
          path,
          message: `${to} has no "${value}"`,
          fix: `correct the id${guess}${named ? '' : `, or ${recordOf(to, value, entry)}`}`,
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

/** How the missing entry is made. */
function recordOf(collection: CollectionName, id: string, by: EntryFace): string {
  const { layout, endings } = collections[collection];
  if (layout === 'list') return `write an entry for it in ${collection}${endings[0]}`;
  if (collection !== 'documents') return `write ${collection}/${id.toLowerCase()}${endings[0]}`;
  const source = by.collection === 'documents' ? `${by.id}#header` : `register:${id}`;
  return `add a record for it (npm run new -- document ${id} title="…" access.status=reference-only source=${source})`;
}
