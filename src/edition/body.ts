import { emptyWithheld, scanWithheld } from '../markdown/withheld-blocks.ts';

/**
 * The Markdown of an open document as the public may have it: withheld portions empty, and without what only they
 * or nobody would show: comments, notes that no text left refers to, and the numbers of those that went.
 * The caller has made sure that the portions can be relied on.
 */
export function publicBody(body: string): string {
  const { blocks } = scanWithheld(body);
  const left = dropUnusedNotes(dropComments(emptyWithheld(body, blocks)));
  const numbered = blocks.length > 0 ? renumberNotes(left) : left;
  return `${numbered.replace(/^\n+/, '').trimEnd()}\n`;
}

/** Notes are numbered anew in the order of their use: a gap would tell how many a withheld portion has. */
function renumberNotes(body: string): string {
  const numbers = new Map(splitNotes(body).flatMap(({ id }) => (id === null ? [] : [[id, 0] as [string, number]])));
  let last = 0;
  return body.replace(/\[\^([^\]\s]{1,100})\]/g, (label, name: string) => {
    const id = name.toLowerCase();
    const number = numbers.get(id);
    if (number === undefined) return label;
    if (number === 0) numbers.set(id, ++last);
    return `[^${number || last}]`;
  });
}

/** A comment on lines of its own becomes one empty line, so that no paragraph changes its number. */
function dropComments(body: string): string {
  return body
    .replace(/(?<=^|\n)[ \t]{0,3}<!--(?:[^-]|-(?!->))*(?:-->|$)[ \t]*\n?/g, '\n')
    .replace(/<!--(?:[^-]|-(?!->))*(?:-->|$)/g, '')
    .replace(/\n{3,}/g, '\n\n');
}

const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:/;

/** Without the footnotes to which nothing refers: their text stood behind a withheld portion. */
function dropUnusedNotes(body: string): string {
  let parts = splitNotes(body);
  for (;;) {
    const used = new Set<string>();
    for (const { id, lines } of parts) {
      for (const [, name = ''] of lines.join('\n').matchAll(/\[\^([^\]\s]{1,100})\]/g)) {
        if (name.toLowerCase() !== id) used.add(name.toLowerCase());
      }
    }
    const left = parts.filter(({ id }) => id === null || used.has(id));
    if (left.length === parts.length) return parts.flatMap(({ lines }) => lines).join('\n');
    parts = left;
  }
}

interface Part {
  /** Of a footnote; null for other text. */
  readonly id: string | null;
  readonly lines: string[];
}

function splitNotes(body: string): Part[] {
  let part: Part = { id: null, lines: [] };
  const parts = [part];
  let afterBlank = false;
  for (const line of body.split('\n')) {
    const id = NOTE.exec(line)?.[1]?.toLowerCase();
    const ends = part.id !== null && line !== '' && ((afterBlank && !/^ {2,}|^\t/.test(line)) || /^(#|:::)/.test(line));
    if (id !== undefined || ends) {
      part = { id: id ?? null, lines: [] };
      parts.push(part);
    }
    part.lines.push(line);
    afterBlank = line === '';
  }
  return parts;
}
