import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ADDRESSES } from '../src/archive/read.ts';
import { parseEditions } from '../src/edition/editions.ts';
import { lockFile, readLock, writeLock } from '../src/edition/lock.ts';
import { CommandError, runCommand } from '../src/lib/command.ts';
import { filesBelow } from '../src/lib/files.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run record -- [--edition NAME]… [--content FOLDER] [--out FOLDER]

Adds the pages of the built editions to the lists of published addresses, content/${ADDRESSES}/<edition>.lock.
Run it when you publish, and commit the lists: no later build lets one of these addresses vanish.

  --edition NAME    public or delegates only; may be given several times
  --content FOLDER  another folder than content/
  --out FOLDER      another folder than dist/
  --help            this text

Exit status: 0 recorded, 1 it failed, 2 the command was used wrongly.`;

const options = {
  edition: { type: 'string', multiple: true },
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  const content = resolve(project, values.content);
  for (const edition of parseEditions(values.edition)) {
    const folder = resolve(project, values.out, edition);
    if (!existsSync(folder)) throw new CommandError(`There is no ${folder}: build the edition first.`);
    const known = await readLock(content, edition);
    const all = new Set([...known, ...(await pagesOf(folder))]);
    writeLock(content, edition, all);
    console.log(`${lockFile(edition)}: ${all.size} addresses, ${all.size - known.size} of them new.`);
  }
});

/** Addresses of pages of their own, without those that only lead elsewhere. */
async function pagesOf(folder: string): Promise<string[]> {
  const addresses: string[] = [];
  for (const file of filesBelow(folder)) {
    if (!/(^|\/)index\.html$/.test(file)) continue;
    const html = await readFile(join(folder, file), 'utf8');
    if (!html.includes('<meta name="robots" content="noindex">'))
      addresses.push(`/${file.replace(/index\.html$/, '')}`);
  }
  return addresses;
}
