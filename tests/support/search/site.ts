import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { SiteSource } from '../../../src/search/engine.client.ts';
import { Engine } from '../../../src/search/engine.ts';
import type { EntryRecord } from '../../../src/search/entry-list.ts';

/** A page of a site made for a measurement. */
export interface Page {
  readonly address: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Writes a site with nothing but its pages and the list of its entries, as Astro would leave it. */
export async function writeSite(pages: Iterable<Page>, entries: readonly EntryRecord[]): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'enfocustom-search-'));
  await mkdir(join(dist, 'search'), { recursive: true });
  await writeFile(join(dist, 'search', 'entries.json'), JSON.stringify(entries));
  for (const { address, title, paragraphs } of pages) {
    const body = h('article', { 'data-pagefind-body': '' }, h('h1', title), ...paragraphs.map((text) => h('p', text)));
    const file = join(dist, address, 'index.html');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `<!doctype html>${toHtml(h('html', { lang: 'en' }, h('body', body)))}`);
  }
  return dist;
}

export const rootOf = (dist: string) => `${pathToFileURL(dist).href}/`;

/** The addresses that our search gives for a query, best first. */
export async function ask(engine: Engine, text: string, limit = 10): Promise<string[]> {
  const answer = await engine.search({ text, filters: {}, sort: 'relevance', from: 0, to: limit });
  return [...answer.direct, ...answer.results].map(({ row }) => row.address).slice(0, limit);
}

export const openEngine = (dist: string) => new Engine(new SiteSource(rootOf(dist)));
