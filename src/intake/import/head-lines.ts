import { splitAtLabels } from './labels.ts';
import { withoutPageMarks } from './page-mark.ts';

/** A line of the first page: as the source has it, and without marks of the conversion. */
export interface HeadLine {
  readonly raw: string;
  /** Bold marks, heading signs, HTML tags and rules gone; cells separated by tabs. */
  readonly text: string;
  /** Whether it was cut out of a longer line that held several items. */
  readonly cut: boolean;
}

/** No header is longer than this; everything behind it is body. */
const HEAD_LINES = 400;

/** Cuts a normalised text into lines for the header parser. `rest` is what lies beyond the head. */
export function headLines(text: string): { lines: HeadLine[]; rest: string } {
  const lines: HeadLine[] = [];
  let at = 0;
  while (at < text.length && lines.length < HEAD_LINES) {
    const end = text.indexOf('\n', at);
    const raw = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    const pieces = splitAtLabels(withoutMarks(raw));
    if (pieces.length > 1) for (const piece of pieces) lines.push({ raw: piece, text: piece, cut: true });
    else lines.push({ raw, text: withoutMarks(raw), cut: false });
  }
  return { lines, rest: text.slice(at) };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'", '#39': "'" };

/** A line of the header as plain text. */
export function withoutMarks(line: string): string {
  let text = withoutPageMarks(line).replace(/^\s*(?:Page \d{1,3}:|#{1,6}(?=\s)|>)\s*/, '');
  if (text.includes('<')) {
    text = text
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<\/?(?:td|th)\b[^<>]{0,200}>/gi, '\t')
      .replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
  }
  if (/^\s*\|.*\|\s*$/.test(text)) text = text.trim().slice(1, -1).replaceAll('|', '\t');
  text = text.replace(/&(amp|lt|gt|quot|nbsp|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  text = text.replaceAll('**', '').replaceAll('__', '').replace(/\\$/, '');
  return text
    .replace(/[ \t]+/g, (run) => (run.includes('\t') ? '\t' : ' '))
    .trimEnd()
    .replace(/^ +/, '')
    .replace(/^\t+(?=\S)/, '\t');
}

/** A rule, or dashes and dots that are all a conversion left of one. */
export function isRule(text: string): boolean {
  return /^[\s|:_*=–—-]*$/.test(text) && /[_*=–—-]/.test(text);
}
