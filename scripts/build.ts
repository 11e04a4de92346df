import { buildEditions } from '../src/build/build.ts';
import { parseEditions } from '../src/edition/editions.ts';
import { runCommand } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run build -- [--edition NAME]… [--content FOLDER] [--out FOLDER]

Checks the content and builds the editions: dist/public/ and dist/delegates/. What has not changed is not made again.
A build that fails or is stopped leaves the edition that was there before.

  --edition NAME    public or delegates only; may be given several times
  --content FOLDER  another folder than content/
  --out FOLDER      another folder than dist/; each edition gets a folder of its name in it
  --help            this text

Exit status: 0 built, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = {
  edition: { type: 'string', multiple: true },
  content: { type: 'string' },
  out: { type: 'string' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  const { edition, content, out } = values;
  await buildEditions({ project, editions: parseEditions(edition), content, out, signal });
});
