import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEdition } from '../src/edition/editions.ts';
import { openSealed } from '../src/edition/seal/open.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';
import { draftOf, swapIn } from '../src/lib/swap.ts';
import { exportOpenSearch } from '../src/search/opensearch/export.ts';

const help = `npm run export -- opensearch [--edition NAME] [--from FOLDER] [--out FOLDER] [--gzip]

Writes what an OpenSearch server needs to answer the searches of a built edition, from that edition's output and nothing
else: settings and mapping, and the records in files for the bulk interface. The handbook for operators tells how to load
them (/handbook/operators/). What is exported of the delegates' edition holds LIMITE material.

  --edition NAME  public or delegates; public unless given
  --from FOLDER   the built edition, dist/NAME unless given
  --out FOLDER    where the files come to lie, dist/opensearch-NAME unless given
  --gzip          compress the bulk files
  --help          this text

Exit status: 0 written, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = {
  edition: { type: 'string', default: 'public' },
  from: { type: 'string' },
  out: { type: 'string' },
  gzip: { type: 'boolean', default: false },
} as const;

await runCommand({ help, options, positionals: true }, async ({ values, positionals, signal }) => {
  const [format, surplus] = positionals;
  if (format !== 'opensearch' || surplus !== undefined) throw new UsageError('Say what to export for: opensearch.');
  const edition = parseEdition(values.edition);
  const from = resolve(project, values.from ?? join('dist', edition));
  const source = await openSealed(from);
  if (source.edition !== edition)
    throw new CommandError(`${from} holds the edition ${source.edition}, not ${edition}: nothing was exported.`);
  const out = resolve(project, values.out ?? join('dist', `opensearch-${edition}`));
  if (existsSync(out) && !existsSync(join(out, 'aliases.json')))
    throw new CommandError(`${out} is there and is no export: choose another place with --out.`);
  const draft = draftOf(out);
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(draft, { recursive: true });
    const { index, records, files } = await exportOpenSearch(source, draft, { edition, gzip: values.gzip, signal });
    await swapIn(out);
    console.log(`${out}: ${count(records, 'record')} in ${count(files, 'file')}, for the index ${index}.`);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
});

function count(number: number, what: string): string {
  return `${number} ${number === 1 ? what : `${what}s`}`;
}
