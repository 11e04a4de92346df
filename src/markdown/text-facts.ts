import { markedLines } from '../archive/classification.ts';
import { findReferences, formatReference, keyOf } from '../archive/reference/index.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import type { BlockFault, CitedText, TextFacts, WithheldFacts } from '../archive/text-facts.ts';
import { guidePageFaults } from './guide-page.ts';
import { hiddenFaults } from './hidden-faults.ts';
import { placesIn } from './render.ts';
import { shownMarkdown } from './shown-markdown.ts';
import { emptyWithheld, scanWithheld, type WithheldBlock } from './withheld-blocks.ts';
import { mixedSections } from './withheld-sections.ts';

/** What the rules of the check ask of the text of an entry. */
export function textFactsOf(collection: CollectionName, body: string): TextFacts {
  const blank = body.trim() === '';
  const withheld = withheldFactsOf(body);
  const published = collection === 'documents' || collection === 'texts';
  return {
    blank,
    pictures: picturesIn(body),
    marked: markedLines(body, undefined),
    withheld,
    hidden: published && !withheld?.faults.length ? hiddenFaults(body, scanWithheld(body).blocks) : [],
    cites: published ? citesIn(body) : [],
    program: collection === 'guide' ? guidePageFaults(body) : [],
  };
}

/** What a text cites that has a date: by the year of its number, or that of the issue that printed it. */
function citesIn(body: string): CitedText[] {
  const found = findReferences(body).flatMap(({ reference, start }) => {
    const date =
      reference.kind === 'council' ? String(reference.year) : reference.kind === 'journal' ? reference.date : null;
    return date ? [{ reference, start, date }] : [];
  });
  let [line, at] = [1, 0];
  return found.map(({ reference, start, date }) => {
    for (let end = body.indexOf('\n', at); end !== -1 && end < start; end = body.indexOf('\n', at)) {
      line++;
      at = end + 1;
    }
    return { id: keyOf(reference), printed: formatReference(reference, 'printed'), date, bodyLine: line };
  });
}

/** Names of the pictures that a text shows, once each: `![…](/files/name.png)`. */
export function picturesIn(body: string): string[] {
  if (!body.includes('/files/')) return [];
  return [...new Set([...shownMarkdown(body).matchAll(/\/files\/([\w.-]+)/g)].map(([, name = '']) => name))];
}

/** The places of a text that sources may name, in its order. */
export function locatorsOf(body: string): string[] {
  return placesIn(body).map(({ locator }) => locator);
}

/** The withheld portions of a text; null where it has none, nor a mark that could be one. */
export function withheldFactsOf(body: string): WithheldFacts | null {
  if (!body.includes(':::')) return null;
  const { blocks, faults } = scanWithheld(body);
  const first = blocks[0]?.from ?? null;
  // Of blocks that cannot be relied on nothing more is known.
  if (faults.length > 0 || first === null) return { first, decided: [], faults, apart: [], mixed: [] };
  const apart = [...apartFromText(body, blocks), ...reachingOut(body, blocks)];
  return { first, decided: blocks.flatMap(decidedOf), faults, apart, mixed: [...mixedSections(body)] };
}

function decidedOf({ from, marker }: WithheldBlock): WithheldFacts['decided'] {
  const date = /(?<=[{ ]decided=")[^"]*/.exec(marker)?.[0];
  return date === undefined ? [] : [{ bodyLine: from, date }];
}

/** A portion that changes the places of the text around it: something in it goes on behind its end. */
function reachingOut(body: string, blocks: readonly WithheldBlock[]): BlockFault[] {
  const places = (text: string) => placesIn(text).map(({ kind, locator, title }) => `${kind} ${locator} ${title}`);
  const isSame = places(body).join('\n') === places(emptyWithheld(body, blocks)).join('\n');
  return isSame
    ? []
    : [
        {
          bodyLine: blocks[0]?.from ?? 1,
          message:
            'something in a withheld portion reaches beyond its end, so that the editions would number the text in two ways',
          fix: 'close what is opened in a portion within it: a code block, a comment, a list',
        },
      ];
}

/** A note or the target of links, with what stands before it on its line. */
const DEFINITION = /^((?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*)\[(\^?)[^\]]+\]:/;

/**
 * Lines outside the portions that say something which may be shown, or belong to what is withheld, elsewhere: targets of
 * links, and notes that are not at the margin, so that it cannot be told where they end.
 */
function* apartFromText(body: string, blocks: readonly WithheldBlock[]): Iterable<BlockFault> {
  const within = blocks.values();
  let block = within.next().value;
  for (const [index, words] of body.split('\n').entries()) {
    const bodyLine = index + 1;
    if (block && bodyLine > block.to) block = within.next().value;
    if (block && bodyLine >= block.from) continue;
    const [, before = '', note] = DEFINITION.exec(words) ?? [];
    if (note === undefined || (note && /^ {0,3}$/.test(before))) continue;
    yield note
      ? {
          bodyLine,
          message: 'a note stands inside a list, a quotation or another note, of a text with a withheld portion',
          fix: 'put the note on a line of its own, at the margin',
        }
      : {
          bodyLine,
          message: 'the target of a link stands apart from the link, in a text with a withheld portion',
          fix: 'write the link where it is used: [words](address)',
        };
  }
}
