import { isTitle } from './headings.ts';
import { isMarkTab } from './table.ts';

/** A number, letter or bullet alone on its line. */
const LABEL = /^(?:\d{1,3}\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?(?:[a-z]|[ivxl]{1,5}|\d{1,2})\)|[IVX]{1,5}\.|[•o▪–—])$/;

const NUMBERED = /^(?:\d{1,3}\.|\d{1,2}(?:\.\d{1,2}){1,3}|\((?:[a-z]|[ivxl]{1,5})\)|[IVX]{1,5}\.)$/;

/**
 * Lines of print as lines of a text: a label alone on its line opens the next one, headings stand apart, and what is
 * set in columns by spaces is set by tabs.
 */
export function reflow(lines: readonly string[]): string[] {
  return withHeadingsApart(withTabs(withLabels(lines)));
}

function withLabels(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const label = LABEL.test(line.trim());
    // Readers of PDF files set a blank line between the two.
    const over = label && NUMBERED.test(line.trim()) && (lines[at + 1] ?? '').trim() === '' ? 2 : 1;
    const next = (lines[at + over] ?? '').trim();
    // A page's number is one, too, but has no full stop.
    if (label && next !== '' && !LABEL.test(next) && !/^(?:[#|<]|[-_*=]{3,}$)/.test(next)) {
      out.push(`${line.trimEnd()} ${next}`);
      at += over;
    } else out.push(line);
  }
  return out;
}

function withHeadingsApart(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const [at, line] of lines.entries()) {
    const apart = isTitle(line.trim());
    const above = out.at(-1)?.trim() ?? '';
    // The second line of a title in capitals belongs to the first.
    if (apart && above !== '' && !(isTitle(above) && !/^[IVX\d]/.test(line.trim()))) out.push('');
    out.push(line);
    const next = (lines[at + 1] ?? '').trim();
    if (apart && next !== '' && !(isTitle(next) && !/^[IVX\d]/.test(next))) out.push('');
  }
  return out;
}

/** So many lines one below the other, each with the same gap, are a table. */
const LEAST_ROWS = 3;
/** Cells as long as this are running text in two columns. */
const LONG_CELL = 30;

function withTabs(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && isSpaced(lines[end] ?? '')) end++;
    if (end - at >= LEAST_ROWS) out.push(...columnsOf(lines.slice(at, end)));
    else out.push(...lines.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out;
}

/** Whether a line has a gap inside that is more than the space behind a label. */
function isSpaced(line: string): boolean {
  if (line.length > 400 || line.includes('\t') || line.startsWith('|')) return false;
  const text = line.trimStart();
  return /\S {2,}\S/.test(text) && !isMarkTab(text.replace(/ {2,}/, '\t'));
}

/** Lines with the gaps that all of them share as tabs; two columns of running text one after the other. */
function columnsOf(lines: readonly string[]): string[] {
  const width = Math.max(...lines.map((line) => line.length));
  const gaps: [from: number, to: number][] = [];
  for (let x = 0; x < width; x++) {
    if (!lines.every((line) => (line[x] ?? ' ') === ' ')) continue;
    const last = gaps.at(-1);
    if (last && last[1] === x) last[1] = x + 1;
    else gaps.push([x, x + 1]);
  }
  const inside = gaps.filter(([from, to]) => from > 0 && to < width && to - from >= 2);
  if (inside.length === 0) return [...lines];
  const rows = lines.map((line) => {
    const starts = [0, ...inside.map(([, to]) => to)];
    return starts.map((start, i) => line.slice(start, starts[i + 1]).trim());
  });
  const long = inside.length === 1 && lines.length > 4;
  const average = (column: number) => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / rows.length;
  if (long && average(0) > LONG_CELL && average(1) > LONG_CELL)
    return [0, 1].flatMap((i) => [...rows.map((row) => row[i] ?? ''), '']);
  return rows.map((row) => row.join('\t'));
}
