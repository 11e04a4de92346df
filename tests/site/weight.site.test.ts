import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EDITIONS, type Edition } from '../../src/edition/editions.ts';
import { editionFolder } from '../support/built-editions.setup.ts';
import { filesOf, pagesOf, templateOf } from '../support/site.ts';
import { BUDGETS } from './budgets.ts';

describe.each(EDITIONS)('weight of the %s edition', (edition) => {
  test('each page keeps its budget', () => {
    const weights = pagesOf(edition).map((page) => ({ page, bytes: statSync(page.file).size }));
    console.info(tableOf(edition, weights));
    expect(weights.filter(({ bytes }) => bytes > BUDGETS.page).map(({ page }) => page.address)).toEqual([]);
  });

  test('styles and scripts keep theirs', () => {
    expect(bytesOf(edition, /\.css$/)).toBeLessThanOrEqual(BUDGETS.styles);
    expect(bytesOf(edition, /\.m?js$/)).toBeLessThanOrEqual(BUDGETS.scripts);
  });
});

function bytesOf(edition: Edition, kind: RegExp): number {
  return filesOf(edition)
    .filter((path) => kind.test(path) && !path.startsWith('/pagefind/'))
    .reduce((sum, path) => sum + statSync(join(editionFolder(edition), path)).size, 0);
}

/** Pages, median and largest weight of each kind of page. */
function tableOf(edition: Edition, weights: readonly { page: Parameters<typeof templateOf>[0]; bytes: number }[]) {
  const kinds = new Map<string, number[]>();
  for (const { page, bytes } of weights) {
    const kind = templateOf(page);
    kinds.set(kind, [...(kinds.get(kind) ?? []), bytes]);
  }
  const rows = [...kinds].map(([kind, bytes]) => {
    bytes.sort((a, b) => a - b);
    const [count, median, largest] = [bytes.length, bytes[Math.floor(bytes.length / 2)] ?? 0, bytes.at(-1) ?? 0];
    return `${kind.padEnd(28)}${[count, median, largest].map((n) => String(n).padStart(9)).join('')}`;
  });
  return [`${edition.padEnd(28)}    pages   median  largest  (bytes of HTML)`, ...rows].join('\n');
}
