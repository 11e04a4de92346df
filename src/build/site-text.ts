import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readArchive } from '../archive/read.ts';
import { siteTextOf } from '../audit/audit.ts';
import { workFolder } from '../edition/editions.ts';
import { partition, writePartition } from '../edition/partition.ts';
import { codeFingerprint } from '../lib/fingerprint.ts';
import { replaceFile } from '../lib/replace-file.ts';
import { makeBehindWall } from './wall.ts';

/**
 * What the site says whatever it is built from: the text of a public edition of empty content. It depends on the program
 * alone and is kept until that changes.
 */
export async function siteText(project: string, signal: AbortSignal): Promise<string> {
  const folder = resolve(project, workFolder('public'), '..', 'site-text');
  const code = codeFingerprint(project);
  const kept = join(folder, `${code}.txt`);
  if (existsSync(kept)) return readFile(kept, 'utf8');
  // Of an earlier program.
  await rm(folder, { recursive: true, force: true });
  const content = join(folder, 'empty', 'content');
  const [work, draft] = [join(folder, 'work'), join(folder, 'edition')];
  for (const made of [content, work, draft]) await mkdir(made, { recursive: true });
  const archive = await readArchive(content);
  writePartition(archive, await partition(archive, 'public'), work, code);
  await makeBehindWall({ project, edition: 'public', work, draft, quiet: true }, signal);
  const text = siteTextOf(draft);
  await rm(folder, { recursive: true, force: true });
  replaceFile(kept, text);
  return text;
}
