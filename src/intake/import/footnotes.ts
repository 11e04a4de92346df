import { fromSuperscript, NOTE_CLOSE, NOTE_OPEN, toSuperscript } from './inline.ts';

/** The text of a footnote found in the body. */
export interface NoteText {
  /** As printed. */
  readonly number: string;
  /** Its label in Markdown: the number, or number and count where pages start afresh. */
  label: string;
  /** What stands behind the mark on the line. */
  readonly text: string;
  /** Index of the line. */
  readonly line: number;
  used: boolean;
}

const MARKED = /^\s*(?:[-*]\s+)?(?:<sup>\s*\(?(\d{1,3})\)?\s*<\/sup>|([⁰¹²³⁴-⁹]{1,3})(?=\s))\s*(?=\S)(.*)$/;
const BRACKETED = /^\s*(?:[-*]\s+)?\((\d{1,2})\)\s+(\S.*)$/;
const BARE = /^(\d{1,2}) ((?:Docs?\.? |OJ |See |Cf\.? |COM ?\(|SWD ?\(|JOIN ?\(|ST |\d{4,5}\/\d).*)$/;
const MARK = /<sup>\s*\(?(\d{1,3})\)?\s*<\/sup>|([⁰¹²³⁴-⁹]{1,3})/g;

const STARRED = /^\s*(\*{1,3})\s+(\S.*)$/;
const NUMBERED = /^(\d{1,2}) ([\p{L}"“(].*)$/u;
/** A number that a conversion has left on the word it is a note to. */
const GLUED = /(?<=\p{Ll}{2})(\d{1,2})(?=[\s.,;:)\]]|$)/gu;

/**
 * Finds the texts of footnotes among the lines: marked by a superscript at the start of a line, by `(1)` or `*` below
 * a rule, by a bare number before a citation, or by one that goes on from the last and is glued to a word above.
 */
export function findNoteTexts(lines: readonly string[]): Map<number, NoteText> {
  const texts = new Map<number, NoteText>();
  const counts = new Map<string, number>();
  let belowRule = false;
  const glued = new Set<string>();
  let last = 0;
  lines.forEach((line, i) => {
    const text = line.trim();
    if (text === '' || text === '-') return;
    if (/^(?:-{3,}|_{3,}|\*{3,})$/.test(text)) {
      belowRule = true;
      return;
    }
    const marked = MARKED.exec(line);
    const bracketed = belowRule ? BRACKETED.exec(line) : null;
    const plain = BARE.exec(text);
    const starred = belowRule ? STARRED.exec(line) : null;
    const counted = NUMBERED.exec(text);
    const next = counted && glued.has(counted[1] ?? '') && Number(counted[1]) === last + 1 ? counted : null;
    const number = marked
      ? fromSuperscript(marked[1] ?? marked[2] ?? '')
      : (bracketed?.[1] ?? plain?.[1] ?? next?.[1] ?? starred?.[1]);
    const words = marked?.[3] ?? bracketed?.[2] ?? plain?.[2] ?? next?.[2] ?? starred?.[2];
    if (!number || !words) {
      belowRule = false;
      if (text.length < 5000) for (const [mark] of text.matchAll(GLUED)) glued.add(mark);
      return;
    }
    last = Number(number) || last;
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    texts.set(i, { number, label: labelOf(number, count), text: words, line: i, used: false });
  });
  return texts;
}

function labelOf(number: string, count: number): string {
  const name = number.startsWith('*') ? 'star'.padEnd(3 + number.length, 'r') : number;
  return count === 1 ? name : `${name}-${count}`;
}

/** Replaces marks in the text by labels of their notes; a mark whose note is not held stays a superscript. */
export class NoteMarks {
  readonly #byNumber = new Map<string, NoteText[]>();
  readonly #bracketed = new Set<string>();
  readonly #bare = new Set<string>();
  #starred = false;
  readonly missing = new Set<string>();

  constructor(texts: ReadonlyMap<number, NoteText>, lines: readonly string[]) {
    for (const note of texts.values()) {
      const known = this.#byNumber.get(note.number);
      if (known) known.push(note);
      else this.#byNumber.set(note.number, [note]);
      const line = lines[note.line] ?? '';
      if (BRACKETED.test(line)) this.#bracketed.add(note.number);
      if (NUMBERED.test(line.trim())) this.#bare.add(note.number);
      if (note.number.startsWith('*')) this.#starred = true;
    }
  }

  /** `line`: where the text stands, for a number that has several notes takes the next one below. */
  apply(text: string, line: number): string {
    let marked = text.replace(
      MARK,
      (whole, tagged: string | undefined, raised: string | undefined) =>
        this.#mark(tagged ?? fromSuperscript(raised ?? ''), line) ?? (tagged ? toSuperscript(tagged) : whole),
    );
    if (this.#bracketed.size > 0) {
      marked = marked.replace(/(?<=\S) ?\((\d{1,2})\)(?=[;,.:\s]|$)/g, (whole, number: string) =>
        this.#bracketed.has(number) ? (this.#mark(number, line) ?? whole) : whole,
      );
    }
    if (this.#bare.size > 0) {
      marked = marked.replace(
        /(?<=["”’'),.;]) ?(\d{1,2})(?=\s|$)|(?<=\p{Ll}{2})(\d{1,2})(?=[\s.,;:)\]]|$)/gu,
        (whole, behind?: string, on?: string) => {
          const number = behind ?? on ?? '';
          return this.#bare.has(number) ? (this.#mark(number, line) ?? whole) : whole;
        },
      );
    }
    if (this.#starred)
      marked = marked.replace(/(?<=\p{L})\*{1,3}(?=[\s.,;:)]|$)/gu, (sign) => this.#mark(sign, line) ?? sign);
    return marked;
  }

  #mark(number: string, line: number): string | null {
    const notes = this.#byNumber.get(number);
    const note = notes?.[firstAfter(notes, line)];
    if (!note) {
      this.missing.add(number);
      return null;
    }
    note.used = true;
    return `${NOTE_OPEN}${note.label}${NOTE_CLOSE}`;
  }
}

/** Index of the first note below a line; notes are in the order of their lines. */
function firstAfter(notes: readonly NoteText[], line: number): number {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle] as NoteText).line > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
