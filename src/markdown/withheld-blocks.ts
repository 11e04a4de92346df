import { isDate } from '../archive/date.ts';
import { didYouMean } from '../archive/suggest.ts';
import type { BlockFault } from '../archive/text-facts.ts';
import { BLOCK_DIRECTIVES, WITHHELD_ATTRIBUTES } from './directives.ts';

/** A withheld portion in a Markdown body, by lines counted from 1. */
export interface WithheldBlock {
  readonly from: number;
  readonly to: number;
  /** Its opening line in one fixed spelling: what the public may know of it. */
  readonly marker: string;
}

/**
 * Finds the withheld portions by lines alone, without Markdown: whatever a Markdown parser makes of fences, lists or
 * quotations around them, a portion begins and ends where a reader of the file sees `:::`. Every `:::` must therefore
 * be such a line, also inside a code block. Only where `faults` is empty can the blocks be relied on.
 */
export function scanWithheld(body: string): { blocks: WithheldBlock[]; faults: BlockFault[] } {
  const blocks: WithheldBlock[] = [];
  const faults: BlockFault[] = [];
  let open: { line: number; marker: string } | null = null;
  for (const [index, line] of body.split('\n').entries()) {
    const colons = line.indexOf(':::');
    if (colons < 0) continue;
    const bodyLine = index + 1;
    const fault = (message: string, fix: string) => faults.push({ bodyLine, message, fix });
    const words = line.trimEnd();
    if (colons > 0) {
      fault(
        '":::" stands inside other text, a list, a quotation or a table',
        'put it on a line of its own, at the margin',
      );
    } else if (words.startsWith('::::')) {
      fault('a block is marked with more than three colons', 'use exactly three: :::withheld{…} and :::');
    } else if (words === ':::') {
      if (open) blocks.push({ from: open.line, to: bodyLine, marker: open.marker });
      else fault('":::" closes a block that was not opened', 'remove it, or open the block with :::withheld{…}');
      open = null;
    } else {
      if (open)
        fault('a block is opened inside another', `close the one opened ${lines(bodyLine - open.line)} above with :::`);
      const read = readOpening(words);
      if ('message' in read) fault(read.message, read.fix);
      open = { line: bodyLine, marker: 'marker' in read ? read.marker : words };
    }
  }
  if (open) faults.push({ bodyLine: open.line, message: 'the block is not closed', fix: 'close it with a line :::' });
  return { blocks, faults };
}

/** The body with every withheld portion empty. The caller has made sure that there are no faults. */
export function emptyWithheld(body: string, blocks: readonly WithheldBlock[]): string {
  const lines = body.split('\n');
  const kept: string[] = [];
  let next = 0;
  for (const { from, to, marker } of blocks) {
    kept.push(...lines.slice(next, from - 1), marker, ':::');
    next = to;
  }
  return [...kept, ...lines.slice(next)].join('\n');
}

/**
 * The body with an empty line above each line that opens or closes a portion, and below each that closes one: Markdown
 * would take such a line right below a table for one of its rows, and cuts code right below it in two where the portion
 * ends in a list.
 */
export function setApart(body: string): string {
  if (!body.includes(':::')) return body;
  return body.replace(/(?<=(?:^|\n)(?!:::)[^\n]+)\n(?=:::)/g, '\n\n').replace(/(?<=^|\n):::[ \t]*\n(?=[^\n])/g, '$&\n');
}

const EXAMPLE = ':::withheld{pages="4-26" decided="2022-12-16" reason="…"}';

function readOpening(words: string): { marker: string } | { message: string; fix: string } {
  const name = /^:::([\w-]*)/.exec(words)?.[1] ?? '';
  if (!BLOCK_DIRECTIVES.has(name)) {
    return {
      message: `":::${name}" is not a block of this archive`,
      fix: `use :::withheld{…}${didYouMean(name, BLOCK_DIRECTIVES)}`,
    };
  }
  const attributes = /^\{([^{}]*)\}$/.exec(words.slice(':::withheld'.length))?.[1];
  if (attributes === undefined && words !== ':::withheld') return unreadable();
  const values = new Map<string, string>();
  const rest = (attributes ?? '').replace(/(?<![\w-])([\w-]+)="([^"]*)"/g, (_, key: string, value: string) => {
    values.set(key, value);
    return '';
  });
  const known: readonly string[] = WITHHELD_ATTRIBUTES;
  const unknown = [...values.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined) {
    return {
      message: `"${unknown}" is not an attribute of withheld`,
      fix: `use ${known.join(', ')}${didYouMean(unknown, known)}`,
    };
  }
  if (rest.trim() !== '') return unreadable();
  const decided = values.get('decided');
  if (decided !== undefined && !isDate(decided)) {
    return { message: `decided: "${decided}" is not a date of the calendar`, fix: 'write it like 2022-12-16' };
  }
  const written = known.flatMap((key) => (values.has(key) ? [`${key}="${values.get(key)}"`] : []));
  return { marker: written.length > 0 ? `:::withheld{${written.join(' ')}}` : ':::withheld' };
}

const lines = (count: number) => (count === 1 ? 'one line' : `${count} lines`);

const unreadable = () => ({ message: 'the block is opened in a way that cannot be read', fix: `write ${EXAMPLE}` });
