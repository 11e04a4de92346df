import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { splitMarkdown } from '../../archive/source-file.ts';
import { filesBelow } from '../../edition/files.ts';
import type { Peer } from './peer.ts';

export interface PeerSite {
  readonly peer: Peer;
  /** Folder of the configurations. */
  readonly peers: string;
  /** The peers' packages. */
  readonly modules: string;
  /** What the public edition may show: its `documents` and `texts`. */
  readonly content: string;
  readonly site: string;
}

/** The fields that their templates show. */
const SHOWN = ['number', 'date', 'from', 'to'] as const;

/**
 * Makes the site of a peer afresh: its configuration, and each document of the edition as one page, with its official
 * text where that is open, as on our page of it.
 */
export async function makeSite({ peer, peers, modules, content, site }: PeerSite): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await cp(join(peers, peer.template), site, { recursive: true });
  // Astro looks there for the packages that it has to compile.
  await cp(join(peers, 'package.json'), join(site, 'package.json'));
  await symlink(modules, join(site, 'node_modules'), 'dir');
  const folder = join(site, peer.documents);
  await mkdir(folder, { recursive: true });
  const texts = new Set(filesBelow(join(content, 'texts')));
  for (const name of await readdir(join(content, 'documents'))) {
    const { yaml, body } = splitMarkdown(await readFile(join(content, 'documents', name), 'utf8'));
    const text = texts.has(name) ? splitMarkdown(await readFile(join(content, 'texts', name), 'utf8')).body : '';
    await writeFile(join(folder, name), pageOf(parse(yaml), [body, text].filter(Boolean).join('\n\n')));
  }
}

/** A document as all peers take it: of its front matter what they show, for some names mean something to one of them. */
export function pageOf(record: Readonly<Record<string, unknown>>, body: string): string {
  const { title } = record;
  const shown = SHOWN.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]]));
  return `---\n${stringify({ title, ...Object.fromEntries(shown) }, { lineWidth: 0 })}---\n\n${body}`;
}

/** How many pages have been made of a site. */
export async function pagesIn(site: string): Promise<number> {
  return filesBelow(join(site, 'public')).filter((name) => name.endsWith('.html')).length;
}
