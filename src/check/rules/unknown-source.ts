import { collections } from '../../archive/collections.ts';
import { pointersIn } from '../../archive/schema-walk.ts';
import { OPEN_SOURCES, parseSource } from '../../archive/source.ts';
import { didYouMean } from '../../archive/suggest.ts';
import type { Rule } from '../rule.ts';
import { mendOf } from './unknown-reference.ts';

export const unknownSource: Rule = {
  code: 'UNKNOWN-SOURCE',
  contract: 'Every source names a document or act of the archive, and a section that its précis has.',
  *check({ content, ids, exists, anchorsOf }) {
    const documents = ids.get('documents') ?? new Set<string>();
    const known = [...documents, ...(ids.get('acts') ?? []), ...OPEN_SOURCES];
    for (const entry of content.entries) {
      for (const { path, value, to } of pointersIn(collections[entry.collection].schema, entry.record)) {
        if (to !== 'source') continue;
        const { id, locator } = parseSource(value);
        if (!OPEN_SOURCES.has(id) && !exists('documents', id) && !exists('acts', id)) {
          const fix = `use the id of a document or act that has a record${didYouMean(id, known)}`;
          const mend = mendOf(id, known, locator ? `#${locator}` : '');
          yield { entry, path, message: `"${id}" is not a source of this archive`, fix, mend };
        } else if (locator && (documents.has(id) || !exists('documents', id))) {
          const anchors = documents.has(id) ? anchorsOf(id) : null;
          if (anchors?.has(locator)) continue;
          const fix = anchors
            ? `its sections are called: ${someOf(anchors)}${didYouMean(locator, anchors)}`
            : 'leave out the # part: there is no précis to point into';
          yield { entry, path, message: `"${id}" has no section "${locator}"`, fix };
        }
      }
    }
  },
};

function someOf(anchors: ReadonlySet<string>): string {
  return [...anchors].slice(0, 12).join(', ') + (anchors.size > 12 ? ' …' : '');
}
