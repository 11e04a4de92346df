import { join, resolve } from 'node:path';
import { offerPack } from '../src/offline/offer.ts';
import { packEdition } from '../src/offline/pack.ts';
import { runCommand, UsageError } from '../src/pipeline/command.ts';
import { Progress } from '../src/pipeline/progress.ts';
import { parseEdition, project } from '../src/pipeline/project.ts';

const help = `npm run pack -- --edition NAME [--offer] [--from FOLDER] [--out FOLDER]

Makes a zip of a built edition that opens from a folder, without a server: dist/enfocustom-NAME-HASH.zip.
The proof of the edition runs first; without it nothing is packed.

  --edition NAME  public or delegates
  --offer         lay the zip into the built edition too, where its page Offline offers it
  --from FOLDER   the built edition, dist/NAME unless given
  --out FOLDER    the folder for the zip, dist/ unless given
  --help          this text

Exit status: 0 packed, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = {
  edition: { type: 'string' },
  offer: { type: 'boolean' },
  from: { type: 'string' },
  out: { type: 'string' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  if (values.edition === undefined) throw new UsageError('Say which edition with --edition NAME.');
  const edition = parseEdition(values.edition);
  const out = resolve(values.out ?? join(project, 'dist'));
  const from = resolve(values.from ?? join(project, 'dist', edition));
  const pack = await new Progress(edition).step('pack', (report) =>
    packEdition({ edition, from, out, signal, report, prove: async () => {} }),
  );
  if (values.offer) await offerPack(pack, from);
  console.log(`${pack.sha256}  ${pack.file}`);
});
