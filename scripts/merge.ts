import { resolve } from 'node:path';
import { buildEditions } from '../src/pipeline/build.ts';
import { runCommand } from '../src/pipeline/command.ts';
import { editionOfParts } from '../src/pipeline/parts.ts';
import { project } from '../src/pipeline/project.ts';

const help = `npm run merge -- PART-FOLDER… [--content FOLDER] [--out FOLDER]

Builds an edition out of the parts that npm run build -- --shard 1/4, 2/4 … made from the same commit: the same bytes
as one build. Name the folders of all parts, for example dist/parts/public-*.

  --content FOLDER  another folder than content/
  --out FOLDER      another folder than dist/
  --help            this text

Exit status: 0 built, 1 a part is missing or does not fit, or it failed, 2 the command was used wrongly, 130 stopped.`;

const options = { content: { type: 'string' }, out: { type: 'string' } } as const;

await runCommand({ help, options, positionals: true }, async ({ values: { content, out }, positionals, signal }) => {
  const parts = positionals.map((folder) => resolve(folder));
  await buildEditions({ project, editions: [await editionOfParts(parts)], content, out, parts, signal });
});
