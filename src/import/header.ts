import type { AccessLine } from './access.ts';
import { firstMarking } from './classified.ts';
import { firstDay } from './date.ts';
import { isFurniture, withoutInlineFurniture } from './furniture.ts';
import { headLines } from './head-lines.ts';
import { isCover, isDeclassification } from './kind.ts';
import { readLabelBlock } from './label-block.ts';
import { labelledLine } from './labels.ts';
import { losesCapitalN } from './normalise.ts';
import { type PrintedNumber, registerId } from './number.ts';
import { readPreamble } from './preamble.ts';
import { withoutStrayCodes } from './stray-codes.ts';

/** What the first page of a Council document says about it. */
export interface Header {
  /** Register form. */
  readonly id: string;
  readonly number: PrintedNumber;
  readonly date: string | null;
  readonly originalLanguage: string | null;
  /** Language of the labels, hence of the text. */
  readonly language: string;
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly meetingDate: string | null;
  readonly limite: boolean;
  readonly access: AccessLine | null;
  /** Whether each page stands on one line that begins with the page's number. */
  readonly transcript: boolean;
  /** Whether it is a cover that lifts an old classification. */
  readonly declassified: boolean;
  /** The document's own classification, as printed; such a document is refused. */
  readonly classification: string | null;
  readonly codes: readonly string[];
  readonly filing: readonly string[];
  /** The values of `No. prev. doc.` and `No. Cion doc.` as printed. */
  readonly previous: string | null;
  readonly commission: string | null;
  /** The header's own lines, page furniture gone: where its citations are looked for. */
  readonly text: string;
  readonly warnings: readonly string[];
}

/** No label further down the first page than this belongs to the header. */
const PREAMBLE_LINES = 90;

/** Reads the header of a normalised text; null where it has none of a Council document. `body` is what follows it. */
export function readHeader(text: string): { header: Header; body: string } | null {
  const lossy = losesCapitalN(text);
  const { lines, rest } = headLines(text);
  let filled = 0;
  let first = -1;
  for (let i = 0; i < lines.length && filled < PREAMBLE_LINES && first < 0; i++) {
    if (lines[i]?.text.trim() !== '') filled++;
    if (labelledLine(lines[i]?.text ?? '') && filled > 1) first = i;
  }
  const labelled = first >= 0;
  if (!labelled) first = Math.min(lines.length, 40);
  const above = lines.slice(0, first).map((line) => line.text.slice(0, 4000));
  const preamble = readPreamble(above, lossy);
  const { number } = preamble;
  if (!number || (!labelled && !(preamble.kind && preamble.date && preamble.codes.length > 0))) return null;

  const block = readLabelBlock(
    lines,
    labelled ? first : above.findLastIndex((line) => line.includes(preamble.kind ?? '')) + 1,
  );
  const stray = preamble.codes.length === 0 ? withoutStrayCodes(block.values, lossy) : null;
  const values = stray?.values ?? block.values;
  if (labelled && !values.has('subject') && !values.has('from') && !values.has('to')) return null;
  const warnings = [...block.warnings];
  if (!preamble.date) warnings.push('no date on the first page');
  if (!values.has('subject')) warnings.push('no subject');
  if (!preamble.kind) warnings.push('no kind of document');
  if (lossy) warnings.push('the conversion lost capital Ns: put back in codes and kind, left out elsewhere');
  if (!block.language) warnings.push('language of the text not told by its labels: taken for English');
  if (preamble.filing.length > 0) warnings.push(`taken for filing stamps: ${preamble.filing.join(', ')}`);

  const declassified = /DCL/.test(number.suffix) || isDeclassification(preamble.kind);
  // In a cover note the same label gives the date of the letter.
  const meeting = isCover(preamble.kind) ? undefined : values.get('on');
  const meetingDate = meeting ? firstDay(meeting) : null;
  if (meeting && !meetingDate) warnings.push('the date of the meeting could not be read');
  // The break of a page between header and body belongs to the body.
  let { bodyAt } = block;
  while (bodyAt > first && (lines[bodyAt - 1]?.text ?? '').trim() === '') bodyAt--;
  const pages = [...(block.lead ? [block.lead, ''] : []), ...lines.slice(bodyAt).map((line) => line.raw)];
  const parties = partiesAbove(above, preamble.kind);
  return {
    header: {
      id: registerId(number),
      number,
      date: preamble.date,
      originalLanguage: preamble.originalLanguage,
      language: block.language ?? 'en',
      kind: preamble.kind,
      from: values.get('from') ?? parties.from,
      to: values.get('to') ?? parties.to,
      subject: withoutOwnNumber(values.get('subject') ?? null, number.printed),
      meetingDate,
      limite: preamble.limite,
      access: preamble.access ?? block.access,
      transcript: /^\s*1 \S[^\n]{200}/.test(text),
      declassified,
      classification: preamble.classification ?? firstMarking(values.get('status') ?? ''),
      codes: stray?.codes ?? preamble.codes,
      filing: preamble.filing,
      previous: values.get('previous') ?? null,
      commission: values.get('commission') ?? null,
      text: lines
        .slice(0, block.bodyAt)
        .map((line) => (isFurniture(line.text) ? '' : withoutInlineFurniture(line.text)))
        .join('\n'),
      warnings,
    },
    body: `${pages.join('\n')}\n${rest}`,
  };
}

/** A subject without the footer that a merged first page leaves at its end: the document's number and a page. */
function withoutOwnNumber(subject: string | null, printed: string): string | null {
  const at = subject?.lastIndexOf(` ${printed}`) ?? -1;
  return subject && at > 0 && /^ ?\d{0,3}$/.test(subject.slice(at + 1 + printed.length))
    ? subject.slice(0, at)
    : subject;
}

/** Headers of some languages put sender and addressee under the kind, with a preposition for a label. */
function partiesAbove(above: readonly string[], kind: string | null): { from: string | null; to: string | null } {
  const start = kind ? above.findLastIndex((line) => line.includes(kind)) + 1 : above.length;
  const lines = above.slice(start).map((line) => line.trim());
  const after = (preposition: RegExp) =>
    lines.flatMap((line) => (preposition.test(line) ? [line.replace(preposition, '')] : []))[0] ?? null;
  return {
    from: after(/^(?:from|de|du|des|der|von|från|van|fra)\s+(?=\S)/i),
    to: after(/^(?:to|au|aux|à|an|für|till|aan|til)\s+(?=\S)/i),
  };
}
