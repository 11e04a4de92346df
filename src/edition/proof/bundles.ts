import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEXTS } from './leads-to.ts';
import { PageWords } from './page-words.ts';
import { cborStrings, unpackPagefind } from './pagefind.ts';
import type { Finding } from './rules.ts';
import type { FileScan } from './scan-file.ts';

/** A search index, or one of its shards, with the pages that it tells of. */
export interface Bundle {
  readonly texts: readonly string[];
  readonly indexes: readonly string[];
  readonly pages: readonly string[];
  /** Hash of all of these. */
  readonly key: string;
}

/** The search indexes among the files of an edition, and where one tells of no page of the edition. */
export function bundlesOf(
  scans: readonly FileScan[],
  predicted: ReadonlySet<string>,
): { bundles: Bundle[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const hashes = new Map(scans.map(({ file, sha256 }) => [file, sha256]));
  const groups = Map.groupBy(
    scans.filter(({ file }) => TEXTS.test(file) || file.endsWith('.pf_index')),
    ({ file }) => /^pagefind(?:\/\d+)?/.exec(file)?.[0],
  );
  const bundles = [...groups.values()].map((group) => {
    const pages = new Set<string>();
    for (const { file, leadsTo } of group) {
      for (const url of leadsTo) {
        const page = pageOf(url, predicted);
        if (page === null || !hashes.has(page)) {
          findings.push({ rule: 'INDEX', file, message: `it tells of ${url}, which is no page of this edition` });
        } else pages.add(page);
      }
    }
    const own = group.map(({ file }) => file);
    const named = [...own, ...pages].map((file) => `${hashes.get(file)}  ${file}\n`);
    return {
      texts: own.filter((file) => TEXTS.test(file)),
      indexes: own.filter((file) => file.endsWith('.pf_index')),
      pages: [...pages],
      key: hash('sha256', named.join('')),
    };
  });
  return { bundles, findings };
}

function pageOf(url: string, predicted: ReadonlySet<string>): string | null {
  const path = decodeURIComponent(url.replace(/[?#].*$/, '').replace(/^\//, ''));
  return [`${path}index.html`, path].find((file) => predicted.has(file)) ?? null;
}

/** The words that an index holds and none of its pages does. */
export function bundleFindings(dist: string, { texts, indexes, pages }: Bundle): Finding[] {
  const known = new PageWords();
  for (const file of texts) known.add(readFileSync(join(dist, file), 'utf8'));
  const left = new Map<string, string[]>();
  for (const file of indexes) {
    const strange = known.unexplained(cborStrings(unpackPagefind(readFileSync(join(dist, file)))));
    if (strange.length > 0) left.set(file, strange);
  }
  if (left.size === 0) return [];
  // The index has more of a page than its text shows.
  for (const page of pages) known.add(readFileSync(join(dist, page), 'utf8'));
  return [...left].flatMap(([file, words]) => {
    const strange = known.unexplained(words).slice(0, 8);
    if (strange.length === 0) return [];
    return [{ rule: 'INDEX', file, message: `it holds words of no page: ${strange.join(', ')}` }];
  });
}
