import { buildEditions } from '../src/pipeline/build.ts';
import { runCommand } from '../src/pipeline/command.ts';
import { parseShare } from '../src/pipeline/parts.ts';
import { parseEditions, project } from '../src/pipeline/project.ts';

const help = `npm run build -- [--edition NAME]… [--content FOLDER] [--out FOLDER] [--shard I/N]

Checks the content and builds the editions: dist/public/ and dist/delegates/.
A build that fails or is stopped leaves the edition that was there before.

  --edition NAME    public or delegates only; may be given several times
  --content FOLDER  another folder than content/
  --out FOLDER      another folder than dist/; each edition gets a folder of its name in it
  --shard I/N       makes only the I-th of N parts of the pages, in dist/parts/: other machines make the others from
                    the same commit, npm run merge puts them together
  --help            this text

Exit status: 0 built, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = {
  edition: { type: 'string', multiple: true },
  content: { type: 'string' },
  out: { type: 'string' },
  shard: { type: 'string' },
} as const;

await runCommand({ help, options }, async ({ values: { edition, content, out, shard }, signal }) => {
  const share = shard === undefined ? undefined : parseShare(shard);
  await buildEditions({ project, editions: parseEditions(edition), content, out, share, signal });
});
