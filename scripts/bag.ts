import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { MANIFEST } from '../src/edition/seal/names.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';
import { makeBag } from '../src/publish/bag.ts';

const help = `npm run bag -- EDITION-FOLDER [--out FOLDER]

Packs a built edition (dist/public, dist/delegates) for long-term keeping: a bag after BagIt 1.0 (RFC 8493) with
SHA-256 checksums, beside the edition as bag-<edition>/. The bag of the delegates' edition holds LIMITE material.

  --out FOLDER  where the bag comes to lie
  --help        this text

Exit status: 0 packed, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = { out: { type: 'string' } } as const;

await runCommand({ help, options, positionals: true }, async ({ values, positionals, signal }) => {
  const [folder, surplus] = positionals;
  if (!folder || surplus) throw new UsageError('Name one folder of a built edition.');
  const dist = resolve(folder);
  if (!existsSync(resolve(dist, MANIFEST)))
    throw new CommandError(`${dist} has no ${MANIFEST}: build it with npm run build.`);
  const { edition, policy, content } = JSON.parse(await readFile(resolve(dist, MANIFEST), 'utf8')) as Manifest;
  const bag = values.out === undefined ? resolve(dist, '..', `bag-${basename(dist)}`) : resolve(values.out);
  if (existsSync(bag) && !existsSync(resolve(bag, 'bagit.txt')))
    throw new CommandError(`${bag} is there and is no bag: choose another place with --out.`);
  const info = [
    ['Source-Organization', 'Enfocustom'],
    ['External-Description', `Archive of EU customs law-enforcement cooperation, ${edition} edition. ${policy}`],
    ['External-Identifier', `enfocustom:${edition}:${content}`],
  ] as const;
  const count = await makeBag(dist, bag, info, signal);
  console.log(`${bag}: ${count} files.`);
});

interface Manifest {
  readonly edition: string;
  readonly policy: string;
  readonly content: string;
}
