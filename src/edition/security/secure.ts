import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Edition } from '../editions.ts';
import { filesBelow } from '../files.ts';
import { headerFiles } from './headers.ts';
import { examine } from './page.ts';
import { policyOf } from './policy.ts';

/**
 * Gives every page of a built edition its Content-Security-Policy, and writes the header files. Can be repeated: after
 * a change of the pages it makes the policies anew. Throws, and names each page, where something can never be allowed.
 */
export async function secure(
  dist: string,
  edition: Edition,
  { origin }: { readonly origin?: "'self'" | 'file:' } = {},
): Promise<void> {
  const all = { scripts: new Set<string>(), styles: new Set<string>(), search: false };
  const faults: string[] = [];
  for (const name of (await filesBelow(dist)).filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(dist, name), 'utf8');
    const page = await examine(html);
    faults.push(...page.faults.map((fault) => `${name}: ${fault}`));
    for (const hash of page.needs.scripts) all.scripts.add(hash);
    for (const hash of page.needs.styles) all.styles.add(hash);
    all.search ||= page.needs.search;
    await writeFile(join(dist, name), page.withPolicy(origin));
  }
  if (faults.length > 0) throw new Error(`These pages cannot be secured:\n${[...new Set(faults)].join('\n')}`);
  for (const [name, text] of Object.entries(headerFiles(policyOf(all), edition))) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), text);
  }
}
