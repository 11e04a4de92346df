import { buildEditions } from '../src/pipeline/build.ts';
import { parseMegabytes, runCommand } from '../src/pipeline/command.ts';
import { parseShare } from '../src/pipeline/parts.ts';
import { parseEditions, project } from '../src/pipeline/project.ts';

const help = `npm run build -- [--edition NAME]… [--content FOLDER] [--out FOLDER] [--shard I/N]
                     [--max-memory MB]

Checks the content and builds the editions: dist/public/ and dist/delegates/. What has not changed is not made again.
A build that fails or is stopped leaves the edition that was there before.

  --edition NAME    public or delegates only; may be given several times
  --content FOLDER  another folder than content/
  --out FOLDER      another folder than dist/; each edition gets a folder of its name in it
  --shard I/N       makes only the I-th of N parts of the pages, in dist/parts/: other machines make the others from
                    the same commit, npm run merge puts them together
  --max-memory MB   what the processes of a step may take together, as far as they can do with less: fewer at once,
                    smaller shards of the search index
  --help            this text

Exit status: 0 built, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = {
  edition: { type: 'string', multiple: true },
  content: { type: 'string' },
  out: { type: 'string' },
  shard: { type: 'string' },
  'max-memory': { type: 'string' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  const { edition, content, out, shard, 'max-memory': memory } = values;
  const share = shard === undefined ? undefined : parseShare(shard);
  const maxMemory = memory === undefined ? undefined : parseMegabytes(memory);
  await buildEditions({ project, editions: parseEditions(edition), content, out, share, maxMemory, signal });
});
