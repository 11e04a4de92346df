import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { printReport } from '../src/audit/report.ts';
import { auditEdition } from '../src/build/audit.ts';
import { buildLock, readSound } from '../src/build/build.ts';
import { rebuild } from '../src/build/rebuild.ts';
import { isEdition, workFolder } from '../src/edition/editions.ts';
import { describeFrames, framesOf } from '../src/edition/frames.ts';
import { nonInterference } from '../src/edition/noninterference.ts';
import { partition } from '../src/edition/partition.ts';
import { MANIFEST } from '../src/edition/seal/names.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';
import { withLock } from '../src/lib/lock.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run verify -- EDITION-FOLDER [--content FOLDER] [--full]

Looks through a built edition (dist/public, dist/delegates): no file says anything withheld, every address leads
somewhere, manifest and checksums tell of these files. Of the public edition it also shows that it stays the same when
everything withheld is changed or removed, and lists what can be seen around what is withheld.

  --content FOLDER  the content it was built from, where that is not content/; an edition that was built for a site
                    is verified with the same ENFOCUSTOM_SITE
  --full            builds the public edition again, from the content as it is, with everything withheld changed, and
                    without it, and compares every file
  --help            this text

Exit status: 0 nothing was found, 1 something was found, 2 the command was used wrongly.`;

const options = { content: { type: 'string', default: 'content' }, full: { type: 'boolean', default: false } } as const;

await runCommand({ help, options, positionals: true }, async ({ values, positionals, signal }) => {
  const [folder, surplus] = positionals;
  if (!folder || surplus) throw new UsageError('Name one folder of a built edition.');
  const dist = resolve(folder);
  const content = resolve(project, values.content);
  if (!existsSync(join(dist, MANIFEST)))
    throw new CommandError(`${dist} has no ${MANIFEST}: build it with npm run build.`);
  const manifest = await readFile(join(dist, MANIFEST), 'utf8');
  const { edition } = JSON.parse(manifest) as { edition?: string };
  if (!isEdition(edition)) throw new CommandError(`${MANIFEST} names no edition of this archive.`);
  const report = await auditEdition({ dist, edition, content, project }, signal);
  console.log(printReport(report));
  if (report.findings.length > 0) throw new CommandError(`${dist} must not be published.`);
  if (edition !== 'public') return;

  const archive = await readSound(content);
  const open = await partition(archive, edition);
  const { changed, differences, variants } = nonInterference(archive, open.entries);
  if (differences.length > 0) throw new CommandError(`What is withheld shows in it:\n${differences.join('\n')}`);
  console.log(`It stays the same after ${changed} withheld values were changed, and after all of them were removed.`);
  const frames = describeFrames(framesOf(open.entries));
  if (frames !== '') console.log(frames);
  if (!values.full) return;
  await withLock(buildLock(project), 'A build in this folder', async () => {
    const work = join(project, workFolder(edition), '..', 'rebuilt');
    try {
      for (const version of [archive, variants.changed, variants.removed]) {
        const draft = join(work, 'edition');
        await rebuild({ project, edition, work, draft, quiet: true }, archive, version, signal);
        if ((await readFile(join(draft, MANIFEST), 'utf8')) !== manifest)
          throw new CommandError(`Built again it is another edition: compare ${MANIFEST}.`);
      }
      console.log('It was built again from each of these versions: every file is the same.');
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
});
