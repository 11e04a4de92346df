import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireAudit } from '../src/build/audit.ts';
import { parseEdition, workFolder } from '../src/edition/editions.ts';
import { seal } from '../src/edition/seal/manifest.ts';
import { MANIFEST } from '../src/edition/seal/names.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';
import { Progress } from '../src/lib/progress.ts';
import { project } from '../src/lib/project.ts';
import { offerPack } from '../src/offline/offer.ts';
import { packEdition } from '../src/offline/pack.ts';

const help = `npm run pack -- --edition NAME [--offer] [--from FOLDER] [--content FOLDER] [--out FOLDER]

Makes a zip of a built edition that opens from a folder, without a server: dist/enfocustom-NAME-HASH.zip.
The audit of the edition runs first; where it finds something nothing is packed.

  --edition NAME    public or delegates
  --offer           lay the zip into the built edition too, where its page Offline offers it
  --from FOLDER     the built edition, dist/NAME unless given
  --content FOLDER  the content that it was built from, where that is not content/
  --out FOLDER      the folder for the zip, dist/ unless given
  --help            this text

Exit status: 0 packed, 1 it failed, 2 the command was used wrongly, 130 stopped.`;

const options = {
  edition: { type: 'string' },
  offer: { type: 'boolean' },
  from: { type: 'string' },
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  if (values.edition === undefined) throw new UsageError('Say which edition with --edition NAME.');
  const edition = parseEdition(values.edition);
  const from = resolve(project, values.from ?? join('dist', edition));
  if (!existsSync(join(from, MANIFEST))) {
    throw new CommandError(`There is no built edition in ${from}: run npm run build -- --edition ${edition} first.`);
  }
  const progress = new Progress(edition);
  const content = resolve(project, values.content);
  const audit = () =>
    progress.step('audit', async (report) =>
      report(await requireAudit({ dist: from, edition, content, project }, signal)),
    );
  await audit();
  const out = resolve(project, values.out);
  const pack = await progress.step('pack', (report) => packEdition({ edition, from, out, signal, report }));
  if (values.offer) {
    await progress.step('offer', async () => {
      await offerPack(pack, from);
      await seal(from, edition, resolve(project, workFolder(edition)), project);
    });
    await audit();
  }
  console.log(`${pack.sha256}  ${pack.file}`);
});
