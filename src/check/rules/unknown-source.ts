import type { Entry } from '../../archive/collections.ts';
import { pageOf } from '../../archive/locator.ts';
import type { WrittenEntry } from '../../archive/read.ts';
import { linkFor, parseReference } from '../../archive/reference/index.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { HEADER, OPEN_SOURCES, parseSource } from '../../archive/source.ts';
import { didYouMean } from '../../archive/suggest.ts';
import { pointersOf } from '../pointers.ts';
import type { Rule } from '../rule.ts';
import { mendOf } from './unknown-reference.ts';

export const unknownSource: Rule = {
  code: 'UNKNOWN-SOURCE',
  contract:
    'Every source can be opened: a document of the archive and a section or page that it has, its entry in the register, an act, a press or web source.',
  *check({ content, written, ids, exists, anchorsOf }) {
    const documents = ids.get('documents') ?? new Set<string>();
    const known = [...documents, ...(ids.get('acts') ?? []), ...(ids.get('sources') ?? [])];
    const pages = pagesOf(content.entries);
    for (const entry of written) {
      for (const { path, value, to } of pointersOf(entry)) {
        if (to !== 'source') continue;
        const { id, locator, register } = parseSource(value);
        if (OPEN_SOURCES.has(id)) {
          if (!register && isInPlace(id, entry)) continue;
          yield { entry, path, message: `"${id}" is no source that can be opened`, fix: IN_PLACE[id] ?? '' };
        } else if (
          register
            ? !exists('documents', id)
            : !['documents', 'acts', 'sources'].some((one) => exists(one as CollectionName, id))
        ) {
          const fix = `use the id of a document, act or press or web source that has a record${didYouMean(id, known)}`;
          const meant = [...known, ...[...OPEN_SOURCES].filter((word) => isInPlace(word, entry))];
          const mend = register ? undefined : mendOf(id, meant, locator ? `#${locator}` : '');
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

/** Where each word may stand in place of a source, and what to do elsewhere. */
const IN_PLACE: Readonly<Record<string, string>> = {
  'official-journal': 'name the act; of an act itself, add its place in the Official Journal or its number to printed',
  'general-knowledge': 'name a document, an act, or a press release or web page of sources.yaml',
};

/** An act is found by its place in the Official Journal, an explanation of the glossary is ours. */
function isInPlace(word: string, { collection, record }: WrittenEntry): boolean {
  if (word === 'general-knowledge') return collection === 'glossary';
  const { printed = [], celex } = record as { printed?: readonly unknown[]; celex?: unknown };
  return collection === 'acts' && (celex !== undefined || printed.some((form) => linkOf(String(form)) !== null));
}

function linkOf(form: string) {
  const reference = parseReference(form);
  return reference && linkFor(reference);
}

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
