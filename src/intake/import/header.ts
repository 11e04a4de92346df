import type { AccessLine } from './access.ts';
import { firstMarking } from './classified.ts';
import { firstDay } from './date.ts';
import { isFurniture, withoutInlineFurniture } from './furniture.ts';
import { type HeadLine, headLines } from './head-lines.ts';
import { isCover, isDeclassification } from './kind.ts';
import { type LabelBlock, readLabelBlock } from './label-block.ts';
import { labelledLine } from './labels.ts';
import { inAllLanguages, languageOfText } from './languages.ts';
import { bare, losesCapitalN } from './normalise.ts';
import { besideInstitution, type PrintedNumber, registerId } from './number.ts';
import { type Preamble, readPreamble } from './preamble.ts';
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
  readonly warnings: string[];
}

/** No label further down the first page than this belongs to the header. */
const PREAMBLE_LINES = 90;

/** Reads the header of a normalised text; null where it has none of a Council document. `body` is what follows it. */
export function readHeader(text: string): { header: Header; body: string } | null {
  const { lines, rest } = headLines(text);
  let filled = 0;
  let first = -1;
  for (let i = 0; i < lines.length && filled < PREAMBLE_LINES && first < 0; i++) {
    if (lines[i]?.text.trim() !== '') filled++;
    if (labelledLine(lines[i]?.text ?? '') && filled > 1) first = i;
  }
  const block = first >= 0 ? readLabelBlock(lines, first) : null;
  // Words that are labels elsewhere stand in the text of a press release, too.
  const labelled = block !== null && (['subject', 'from', 'to'] as const).some((field) => block.values.has(field));
  return labelled ? headerOf(text, lines, rest, first, block) : headerOf(text, lines, rest, endOfHead(lines), null);
}

/** The header of a text whose first `first` lines stand above its labels, or are all of it where it has none. */
function headerOf(
  text: string,
  lines: readonly HeadLine[],
  rest: string,
  first: number,
  labels: LabelBlock | null,
): { header: Header; body: string } | null {
  const lossy = losesCapitalN(text);
  const above = lines.slice(0, first).map((line) => line.text.slice(0, 4000));
  const preamble = readPreamble(above, lossy, labels !== null);
  const { number } = preamble;
  if (!number || (!labels && !isHead(text, preamble))) return null;

  const block = labels ?? withoutLabels(preamble, above);
  const stray = preamble.codes.length === 0 ? withoutStrayCodes(block.values, lossy) : null;
  const values = stray?.values ?? block.values;
  const warnings = [...block.warnings];
  if (!preamble.date) warnings.push('no date on the first page');
  if (!values.has('subject')) warnings.push('no subject');
  if (!preamble.kind) warnings.push('no kind of document');
  if (lossy) warnings.push('the conversion lost capital Ns: put back in codes and kind, left out elsewhere');
  if (preamble.filing.length > 0) warnings.push(`taken for filing stamps: ${preamble.filing.join(', ')}`);

  const declassified = /DCL/.test(number.suffix) || isDeclassification(preamble.kind);
  // In a cover note the same label gives the date of the letter.
  const meeting = isCover(preamble.kind) ? undefined : (values.get('on') ?? meetingIn(block.lead, preamble.kind));
  const meetingDate = meeting ? firstDay(meeting) : null;
  if (meeting && !meetingDate) warnings.push('the date of the meeting could not be read');
  // The break of a page between header and body belongs to the body.
  let { bodyAt } = block;
  while (bodyAt > first && (lines[bodyAt - 1]?.text ?? '').trim() === '') bodyAt--;
  const language =
    block.language ??
    languageOfInstitution(above) ??
    languageOfText(
      lines
        .slice(bodyAt)
        .map((line) => line.text)
        .join(' ') + rest.slice(0, 20_000),
    );
  if (!language) warnings.push('language not known: neither the labels nor the words of the text tell it');
  const pages = [
    ...(block.lead ? [block.lead, ...(labels ? [''] : [])] : []),
    ...lines.slice(bodyAt).map((line) => line.raw),
  ];
  const parties = labels ? partiesAbove(above, preamble.kind) : { from: null, to: null };
  return {
    header: {
      id: registerId(number),
      number,
      date: preamble.date,
      originalLanguage: preamble.originalLanguage,
      language: language ?? preamble.originalLanguage ?? UNKNOWN_LANGUAGE,
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

/** Where nothing tells the language of a text: the archive's own. */
const UNKNOWN_LANGUAGE = 'en';
/** A header without labels is no longer than this. */
const UNLABELLED_LINES = 40;

/** Index behind the lines that may be a header without labels: prose ends it, and contents do. */
function endOfHead(lines: readonly HeadLine[]): number {
  const end = lines.findIndex(
    ({ text }, i) =>
      i > 0 &&
      (/\.{5,}|^(?:TABLE OF )?CONTENTS\b/.test(text) || (/\p{Ll}{3}[^.]*[.;]$/u.test(text.trim()) && text.length > 60)),
  );
  return Math.min(end < 0 ? lines.length : end, UNLABELLED_LINES);
}

/** The language in which the institution is named above the labels; null where it is not, or in several. */
function languageOfInstitution(above: readonly string[]): string | null {
  const words = bare(above.join(' '));
  const found = inAllLanguages('institution').filter(([name]) => words.includes(bare(name)));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

/** Whether the top of a text is the head of a Council document, though it has no labels. */
function isHead(text: string, { number, date, kind, codes }: Preamble): boolean {
  if (!number || !date) return false;
  const named =
    languageOfInstitution([text.slice(0, 2000)]) !== null || /^(?:CM|PE-CONS|EUCO|CONV|SN|DS)$/.test(number.series);
  return (
    (named && (kind !== null || codes.length > 0 || number.series !== 'ST')) ||
    (kind !== null && codes.length > 0) ||
    codes.some((code) => code.startsWith('PRESSE '))
  );
}

/** What stands among the items of a head without labels belongs to the text. */
function withoutLabels({ rest, kind }: Preamble, above: readonly string[]): LabelBlock {
  const isHeads = (line: string, printed: string) =>
    (line.trim() !== printed.trim() && !/\p{L}{2}/u.test(line)) ||
    isFurniture(printed) ||
    line.trim() === kind ||
    /^(?:[A-Z]{2})?$/.test(besideInstitution(line));
  const lines = rest.map((line, i) => (isHeads(line, above[i] ?? '') ? '' : line.replace(/\(\s*\)/g, '').trimEnd()));
  return {
    values: new Map(),
    language: null,
    access: null,
    lead: lines.join('\n').trim(),
    bodyAt: above.length,
    warnings: [],
  };
}

/** The day of the meeting that an agenda is for. */
function meetingIn(lead: string, kind: string | null): string | undefined {
  return kind && /AGENDA|NOTICE OF MEETING/.test(kind)
    ? lead.split('\n').find((line) => firstDay(line) !== null)
    : undefined;
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
  // The value may stand on the line below.
  const filled = lines.filter((line) => line !== '');
  const after = (preposition: RegExp, alone: RegExp) =>
    filled.flatMap((line, i) =>
      alone.test(line) ? [filled[i + 1] ?? ''] : preposition.test(line) ? [line.replace(preposition, '')] : [],
    )[0] || null;
  return {
    from: after(/^(?:from|de|du|des|der|von|från|van|fra)\s+(?=\S)/i, /^(?:from|de|du|des|der|von|från|van|fra)$/i),
    to: after(
      /^(?:to|au|aux|à|an|für|till|aan|til)\s+(?=\S)/i,
      /^(?:to|au|aux|à|an|an die|an den|für die|für den|till|aan|til)$/i,
    ),
  };
}
