import { existsSync } from 'node:fs';
import { wantedIn } from '../src/archive/wanted.ts';
import { CommandError, runCommand } from '../src/lib/command.ts';
import { readCatalogue } from '../src/markdown/read-catalogue.ts';

const help = `npm run wanted -- [--documents] [--content FOLDER] [--json]

What the archive cites and does not hold, by how many entries and by which: most wanted first.
npm run fetch -- --cited gets what the Council's register gives of it.

  --documents       documents of the Council only
  --content FOLDER  another folder than content/
  --json            as a JSON list
  --help            this text

Exit status: 0 done, 1 the content could not be read, 2 the command was used wrongly.`;

const options = {
  documents: { type: 'boolean' },
  content: { type: 'string', default: 'content' },
  json: { type: 'boolean' },
} as const;
/** Names on a line before it says how many more. */
const NAMED = 6;

await runCommand({ help, options }, async ({ values: { documents, content, json } }) => {
  if (!existsSync(content)) throw new CommandError(`There is no folder ${content}.`);
  const archive = await readCatalogue(content);
  const wanted = wantedIn(archive).filter(({ council }) => council || !documents);
  if (json) {
    const list = wanted.map(({ by, ...rest }) => ({
      ...rest,
      by: by.map(({ address, label }) => ({ address, label })),
    }));
    console.log(JSON.stringify(list, null, 2));
    return;
  }
  for (const { label, by } of wanted) {
    const more = by.length > NAMED ? ` and ${by.length - NAMED} more` : '';
    const names = by.slice(0, NAMED).map((item) => item.label);
    console.log(`${String(by.length).padStart(4)}  ${label.padEnd(28)} ${names.join(' · ')}${more}`);
  }
  console.error(`${wanted.length} cited and not held.`);
});
