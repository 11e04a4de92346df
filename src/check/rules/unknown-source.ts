import type { Entry } from '../../archive/collections.ts';
import { pageOf } from '../../archive/locator.ts';
import { HEADER, OPEN_SOURCES, parseSource } from '../../archive/source.ts';
import { didYouMean } from '../../archive/suggest.ts';
import { pointersOf } from '../pointers.ts';
import type { Rule } from '../rule.ts';
import { mendOf } from './unknown-reference.ts';

export const unknownSource: Rule = {
  code: 'UNKNOWN-SOURCE',
  contract: 'Every source names a document or act of the archive, and a section that its précis or a page that it has.',
  *check({ content, written, ids, exists, anchorsOf }) {
    const documents = ids.get('documents') ?? new Set<string>();
    const known = [...documents, ...(ids.get('acts') ?? []), ...OPEN_SOURCES];
    const pages = pagesOf(content.entries);
    for (const entry of written) {
      for (const { path, value, to } of pointersOf(entry)) {
        if (to !== 'source') continue;
        const { id, locator } = parseSource(value);
        if (!OPEN_SOURCES.has(id) && !exists('documents', id) && !exists('acts', id)) {
          const fix = `use the id of a document or act that has a record${didYouMean(id, known)}`;
          const mend = mendOf(id, known, locator ? `#${locator}` : '');
          yield { entry, path, message: `"${id}" is not a source of this archive`, fix, mend };
        } else if (locator && (documents.has(id) || !exists('documents', id))) {
          const anchors = documents.has(id) ? anchorsOf(id) : [];
          // What its first page says needs no précis.
          if (anchors.includes(locator) || (locator === HEADER && documents.has(id))) continue;
          const page = pageOf(locator);
          if (page !== null) {
            const last = pages.get(id);
            if (last !== undefined && page >= 1 && page <= last) continue;
            const fix =
              last === undefined ? `say in its record how many pages it has: pages: ${page}` : `it has ${last} pages`;
            yield { entry, path, message: `"${id}" has no page ${page}`, fix };
            continue;
          }
          const fix =
            anchors.length > 0
              ? `its sections are called: ${someOf(anchors)}${didYouMean(locator, anchors)}`
              : 'leave out the # part: there is no précis to point into';
          yield { entry, path, message: `"${id}" has no section "${locator}"`, fix };
        }
      }
    }
  },
};

function someOf(anchors: readonly string[]): string {
  return anchors.slice(0, 12).join(', ') + (anchors.length > 12 ? ' …' : '');
}

/** How many pages each document has in print, where that is known. */
function pagesOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  return new Map(
    entries.flatMap((entry) =>
      entry.collection === 'documents' && 'pages' in entry.record && typeof entry.record.pages === 'number'
        ? [[entry.id, entry.record.pages] as const]
        : [],
    ),
  );
}
