import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cborStrings, PageWords, unexplainedWords, unpackPagefind } from './pagefind.ts';
import type { Finding } from './rules.ts';

/** What the search index holds that no page of the edition does. */
export async function indexFindings(
  dist: string,
  files: readonly string[],
  predicted: ReadonlySet<string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const fragments = files.filter((name) => name.endsWith('.pf_fragment'));
  if (fragments.length === 0) return findings;
  const known = new PageWords();
  for (const name of files.filter((file) => file.endsWith('.html')))
    known.add(await readFile(join(dist, name), 'utf8'));
  for (const file of fragments) {
    const text = unpackPagefind(await readFile(join(dist, file))).toString('utf8');
    known.add(text);
    const { url } = JSON.parse(text) as { url: string };
    const page = `${url.replace(/[?#].*$/, '').replace(/^\//, '')}index.html`;
    if (predicted.has(decodeURIComponent(page)) || predicted.has(url.slice(1))) continue;
    findings.push({ rule: 'INDEX', file, message: `it tells of ${url}, which is no page of this edition` });
  }
  for (const file of files.filter((name) => name.endsWith('.pf_index'))) {
    const words = cborStrings(unpackPagefind(await readFile(join(dist, file))));
    const strange = unexplainedWords(words, known);
    if (strange.length === 0) continue;
    findings.push({ rule: 'INDEX', file, message: `it holds words of no page: ${strange.slice(0, 8).join(', ')}` });
  }
  return findings;
}
