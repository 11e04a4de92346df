import { isFurniture } from '../furniture.ts';
import { pageMark } from '../page-mark.ts';
import type { PdfBlock, PdfLine } from './pdf-lines.ts';

/** The part of a page's height at its head and at its foot where headers and footers stand. */
const BAND = 0.12;

interface Page {
  readonly height: number;
  readonly blocks: readonly PdfBlock[];
}

/**
 * Tells headers and footers by their place: at the head or foot of a page, and the same, but for the number of the
 * page, on most pages; or the page's own number; or made of nothing but a footer's parts. The head of the first page
 * is the document's own.
 */
export function splitFurniture(pages: readonly Page[]): { body: PdfBlock[][]; furniture: string[] } {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(bandLines(page).map((line) => keyOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length * 0.4);
  const furniture: string[] = [];
  const body = pages.map((page, index) => {
    const apart = new Set<PdfBlock>();
    for (const line of bandLines(page)) {
      const head = line.y < page.height / 2;
      if (head && index === 0) continue;
      const text = line.text.replaceAll('\t', ' ');
      const repeated = (counts.get(keyOf(line, page)) ?? 0) >= often;
      if (repeated || isFurniture(text) || isPageNumber(text, index, pages.length)) apart.add(line);
    }
    // A wide margin lifts the number of the page out of the foot.
    const lowest = page.blocks.reduce<PdfLine | null>(
      (low, block) => (block.kind === 'line' && block.y > (low?.y ?? 0) ? block : low),
      null,
    );
    if (lowest && lowest.y > page.height / 2 && isPageNumber(lowest.text, index, pages.length)) apart.add(lowest);
    const words = page.blocks.flatMap((block) => (block.kind === 'line' && apart.has(block) ? [block.text] : []));
    if (words.length > 0) furniture.push([pageMark(index + 1), ...words].join('\n'));
    return page.blocks.filter((block) => !apart.has(block));
  });
  return { body, furniture };
}

function bandLines({ blocks, height }: Page): PdfLine[] {
  return blocks.filter(
    (block): block is PdfLine => block.kind === 'line' && (block.y < height * BAND || block.y > height * (1 - BAND)),
  );
}

/** Equal for a header on two pages: place, and words without numbers. */
function keyOf({ text, y }: PdfLine, { height }: Page): string {
  return `${Math.round(y / 8)} ${y < height / 2} ${text.replace(/\d+/g, '#').replace(/\s+/g, ' ')}`;
}

function isPageNumber(text: string, index: number, count: number): boolean {
  const number = /^(?:page\s)?[-–—]?\s?(\d{1,4})\s?[-–—]?(?:\s?(?:\/|of)\s?\d{1,4})?$/i.exec(text.trim())?.[1];
  return number !== undefined && Number(number) <= count + 20 && Math.abs(Number(number) - index - 1) <= 5;
}
