import { createHash } from 'node:crypto';
import { borneMarkings, placeOf } from './classified.ts';
import { decode } from './decode.ts';
import { emptyFacts, type Facts, factsOf } from './facts.ts';
import { isFurniture } from './furniture.ts';
import { type Given, withGiven } from './given.ts';
import { type Header, readHeader } from './header.ts';
import { joinBroken } from './hyphens.ts';
import { toMarkdown } from './markdown.ts';
import { mendHeader } from './mend.ts';
import { normalise } from './normalise.ts';
import { PAGE_MARK, pageMark, withoutOwnMarks } from './page-mark.ts';
import { withoutFurniture } from './pages.ts';
import { type ReadText, RUNNING } from './read/reading.ts';

/** Said of a header that was read only after what a scan does to letters and figures was undone. */
const UNSEEN =
  'access taken for limite: a stamp in a picture may not have been read; look, and say access in the record';
const MENDED = 'recognised text, unproofed: letters and figures of the header were mended';

/** Raised by one whenever the same source would come out differently. */
export const IMPORTER_VERSION = 3;

/** What became of one input. */
export type Outcome =
  | {
      readonly kind: 'document';
      readonly facts: Facts;
      readonly header: Header;
      /** Markdown, made safe: nothing of the source is left that Markdown, HTML or directives would act on. */
      readonly markdown: string;
      /** Of the source's bytes. */
      readonly sha256: string;
      /** Pages of the document; null where its file does not tell, or leaves some out. */
      readonly pages: number | null;
    }
  | { readonly kind: 'classified'; readonly facts: Facts; readonly reason: string }
  | { readonly kind: 'not-council'; readonly facts: Facts; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly facts: Facts; readonly reason: string };

/** Reads one file of plain text; never throws on any content. */
export function importDocument(source: string, bytes: Uint8Array): Outcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return unreadable(source, decoded.error);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = withoutOwnMarks(decoded.text);
  return importText(source, { ok: true, text, asides: [], warnings: decoded.warnings }, sha256);
}

export function unreadable(source: string, reason: string): Outcome {
  return { kind: 'unreadable', facts: emptyFacts(source, { error: reason }), reason };
}

/** What a reader made of one source file, as a document; never throws on any content. `sha256`: of the file's bytes. */
export function importText(source: string, reading: ReadText, sha256: string, given: Given = {}): Outcome {
  const text = joinBroken(normalise(reading.text));
  const running = normalise(textsOf(reading, RUNNING));
  let read = readHeader(text);
  if (!read || reading.recognised) {
    const mended = readHeader(mendHeader(text));
    if (mended && (!read || mended.header.warnings.length <= read.header.warnings.length)) {
      if (!read || JSON.stringify(read.header) !== JSON.stringify(mended.header)) mended.header.warnings.push(MENDED);
      read = mended;
    }
  }
  read = withGiven(read, text, given);
  // What nobody sees counts too: a document is as classified as the most classified thing in its file.
  const first = borneIn(text, reading);
  const bears = read?.header.classification ?? (read?.header.declassified ? undefined : first?.printed);
  if (bears) {
    const at = first ? ` (${first.where})` : ' (above the labels)';
    const reason = `it bears the marking ${bears}${at}: this archive is not accredited for classified documents (Council Decision 2013/488/EU), so nothing of it was kept`;
    const facts = emptyFacts(source, {
      id: read?.header.id ?? null,
      marking: bears,
      warnings: [reason],
      refused: true,
    });
    return { kind: 'classified', facts, reason };
  }
  if (!read) {
    const reason =
      'not a Council document: no number and labelled lines of a Council header were found (if it is one, say which: --id ST-8711-1998-INIT)';
    return { kind: 'not-council', facts: emptyFacts(source, { error: reason }), reason };
  }
  const { header, body } = read;
  const warnings = [...reading.warnings, ...header.warnings];
  if (header.declassified && first) warnings.push(`declassified: it quotes its old marking ${first.printed}`);
  let { limite } = header;
  if (
    !limite &&
    !header.declassified &&
    `${body}\n${running}`.split('\n').some((line) => /\bLIMITE\b/.test(line) && isFurniture(line))
  ) {
    limite = true;
    warnings.push('LIMITE stands in a page footer only: taken for the marking');
  }
  if (limite && header.access && !header.access.date) warnings.push('the date of the decision on access is lost');
  const lines = withoutFurniture(body, header);
  const decided = header.access?.date ?? null;
  const { markdown, warnings: bodyWarnings } = toMarkdown(lines, decided);
  if (markdown === '') warnings.push('no text below the header');
  warnings.push(...bodyWarnings);
  // A stamp is the first thing that recognition loses.
  const isUnseen = !limite && !header.access && !header.declassified && (reading.recognised || reading.unread);
  if (isUnseen) warnings.push(UNSEEN);
  const facts = factsOf(source, header, lines.join('\n'), isUnseen ? 'unseen' : limite, warnings);
  const whole = facts.access?.status !== 'partial';
  return { kind: 'document', facts, header, markdown, sha256, pages: (whole && reading.pages) || null };
}

function textsOf({ asides }: ReadText, where: string): string {
  return asides.flatMap((aside) => (aside.where === where ? [aside.text] : [])).join('\n');
}

/** The first classification marking that a file bears anywhere, and where; null for none. */
function borneIn(text: string, { asides, pages }: ReadText): { printed: string; where: string } | null {
  const places = [
    { where: null, words: (pages ? `${pageMark(1)}\n` : '') + text },
    ...asides.map((aside) => ({ where: aside.where, words: normalise(aside.text) })),
  ];
  for (const { where, words } of places) {
    const [first] = borneMarkings(words);
    if (!first) continue;
    const place = where === null || words.includes(PAGE_MARK) ? placeOf(words, first) : null;
    return { printed: first.printed, where: [where, place].filter((part) => part !== null).join(', ') };
  }
  return null;
}
