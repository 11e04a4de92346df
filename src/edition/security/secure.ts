import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { searchOrigin } from '../../search/opensearch/server.ts';
import type { Edition } from '../editions.ts';
import { filesBelow, replaceFile } from '../files.ts';
import { headerFiles } from './headers.ts';
import { examine } from './page.ts';
import { type Needs, policyOf } from './policy.ts';

export interface SecureOptions {
  readonly origin?: "'self'" | 'file:';
}

/**
 * Gives every page of a built edition its Content-Security-Policy, and writes the header files. Can be repeated: after
 * a change of the pages it makes the policies anew. Throws, and names each page, where something can never be allowed.
 */
export async function secure(dist: string, edition: Edition, options: SecureOptions = {}): Promise<void> {
  const pages = filesBelow(dist).filter((file) => file.endsWith('.html'));
  await writeHeaders(dist, edition, allNeeds((await securePages(dist, pages, options)).values()));
}

/** Gives some pages of a folder their policy. Returns what each needs; throws as `secure` does. */
export async function securePages(
  folder: string,
  pages: readonly string[],
  { origin }: SecureOptions = {},
): Promise<Map<string, Needs>> {
  const needs = new Map<string, Needs>();
  const faults = new Set<string>();
  const server = searchOrigin(process.env.ENFOCUSTOM_SEARCH);
  for (const name of pages) {
    const page = await examine(await readFile(join(folder, name), 'utf8'));
    for (const fault of page.faults) faults.add(`${name}: ${fault}`);
    needs.set(name, page.needs);
    await replaceFile(join(folder, name), page.withPolicy(origin, server));
  }
  if (faults.size > 0) throw new Error(`These pages cannot be secured:\n${[...faults].join('\n')}`);
  return needs;
}

/** What any of several pages needs. */
export function allNeeds(pages: Iterable<Needs>): Needs {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  let search = false;
  for (const needs of pages) {
    for (const hash of needs.scripts) scripts.add(hash);
    for (const hash of needs.styles) styles.add(hash);
    search ||= needs.search;
  }
  return { scripts, styles, search };
}

/** Writes the policy of all pages together as header files of hosts. */
export async function writeHeaders(dist: string, edition: Edition, needs: Needs): Promise<void> {
  const policy = policyOf(needs, undefined, searchOrigin(process.env.ENFOCUSTOM_SEARCH));
  for (const [name, text] of Object.entries(headerFiles(policy, edition))) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), text);
  }
}
