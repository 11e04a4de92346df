import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { TestProject } from 'vitest/node';
import { buildEditions } from '../../src/build/build.ts';
import { EDITIONS, type Edition } from '../../src/edition/editions.ts';
import { project } from '../../src/lib/project.ts';
import { type Pack, packEdition } from '../../src/offline/pack.ts';
import { editionFolder } from './built-editions.setup.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    packs: Readonly<Record<Edition, Pack>>;
    /** Where each pack was unpacked: the folder with `index.html`. */
    unpacked: Readonly<Record<Edition, string>>;
  }
}

/** Both editions packed, and unpacked in a folder with spaces and letters of several alphabets in its path. */
export default async function setup(context: TestProject): Promise<() => void> {
  await buildEditions({ project, onlyStale: true, signal: new AbortController().signal });
  const folder = mkdtempSync(join(tmpdir(), 'enfocustom-packs-'));
  const packs: Partial<Record<Edition, Pack>> = {};
  const unpacked: Partial<Record<Edition, string>> = {};
  for (const edition of EDITIONS) {
    const pack = await packEdition({ edition, from: editionFolder(edition), out: folder });
    packs[edition] = pack;
    unpacked[edition] = unpack(pack.file, join(folder, 'Dossier d’été #1 – žluťoučký Αρχείο'));
  }
  context.provide('packs', packs as Record<Edition, Pack>);
  context.provide('unpacked', unpacked as Record<Edition, string>);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Unpacks a zip; returns its one top folder. */
export function unpack(zip: string, to: string): string {
  const files = Object.entries(unzipSync(readFileSync(zip)));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), bytes);
  }
  return join(to, files[0]?.[0].split('/')[0] ?? '');
}
