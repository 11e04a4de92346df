/**
 * Where a page of the printed document begins, in text on its way to Markdown: on a line of its own between blocks,
 * or inside a line of a paragraph that runs over two pages. Private use, and taken out of every source.
 */
export const PAGE_MARK = '\ue002';
const CLOSE = '\ue003';

export const pageMark = (page: number): string => `${PAGE_MARK}${page}${CLOSE}`;

/** The page that a line is the mark of; null for any other line. */
export function markedPage(line: string): string | null {
  return line.startsWith(PAGE_MARK) ? (/^\ue002(\d{1,4})\ue003$/.exec(line)?.[1] ?? null) : null;
}

/** Marks inside a line as Markdown. */
export function pageDirectives(text: string): string {
  return text.replace(/\ue002(\d{1,4})\ue003/g, ':page[$1]').replace(/[\ue002\ue003]/g, '');
}

export function withoutPageMarks(text: string): string {
  return text.replace(/\ue002\d{0,4}\ue003?/g, '');
}

/** Foreign text without the characters that mean something to the importer. */
export function withoutOwnMarks(text: string): string {
  return text.replace(/[\ue000-\ue004]/g, '');
}
