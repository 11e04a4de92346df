import type { Entry } from '../../archive/collections.ts';
import { type BlockFault, scanWithheld, type WithheldBlock } from '../../markdown/withheld-blocks.ts';
import type { Rule } from '../rule.ts';

export const portions: Rule = {
  code: 'PORTIONS',
  contract:
    'Where a document is open in part, its précis and its text mark what is withheld, and nothing else could hold it; a public one has nothing marked.',
  *check({ content, bodyOf }) {
    const documents = new Map(
      content.entries.filter((e): e is Entry<'documents'> => e.collection === 'documents').map((e) => [e.id, e]),
    );
    for (const entry of content.entries) {
      if (entry.collection !== 'documents' && entry.collection !== 'texts') continue;
      const status = documents.get(entry.id)?.record.access.status;
      const body = bodyOf(entry);
      const { blocks, faults } = scanWithheld(body);
      // Blocks that cannot be read are told by DIRECTIVE; which portions they mark is known when they can.
      if (faults.length > 0) continue;
      const first = blocks[0];
      if (status === 'partial' && !first && body.trim() !== '') {
        yield {
          entry,
          bodyLine: 1,
          message: 'the document is open in part, and nothing says which part is withheld',
          fix: 'put what is withheld between a line :::withheld{pages="…" decided="…" reason="…"} and a line :::',
        };
      }
      if (first) {
        for (const { bodyLine, message, fix } of apartFromText(body, blocks)) yield { entry, bodyLine, message, fix };
      }
      if (status === 'public' && first) {
        yield {
          entry,
          bodyLine: first.from,
          message: 'a portion is withheld in a document whose access is public',
          fix: 'set access: { status: partial } in its record, or remove the block',
        };
      }
    }
  },
};

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
