import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { fileStem } from '../../src/archive/id.ts';
import type { EditionContent } from '../../src/edition/snapshot.ts';
import { filesBelow } from '../../src/lib/files.ts';
import type { Peer } from './peer.ts';

export interface PeerSite {
  readonly peer: Peer;
  /** Folder of the configurations. */
  readonly peers: string;
  /** The peers' packages. */
  readonly modules: string;
  /** What the public edition may show. */
  readonly content: Pick<EditionContent, 'inputs' | 'bodyOf'>;
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
  const entries = content.inputs.map(({ entry }) => entry);
  const texts = new Map(entries.flatMap((entry) => (entry.collection === 'texts' ? [[entry.id, entry]] : [])));
  for (const entry of entries) {
    if (entry.collection !== 'documents') continue;
    const text = texts.get(entry.id);
    const bodies = [content.bodyOf(entry), text ? content.bodyOf(text) : ''].filter(Boolean);
    const page = pageOf(entry.record as unknown as Readonly<Record<string, unknown>>, bodies.join('\n\n'));
    await writeFile(join(folder, `${fileStem(entry.id)}.md`), page);
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
