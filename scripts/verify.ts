import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isEdition } from '../src/edition/editions.ts';
import { interference } from '../src/edition/proof/interference.ts';
import { proveAfresh } from '../src/edition/proof/prove.ts';
import { describeFindings, describeProof } from '../src/edition/proof/report.ts';
import { MANIFEST } from '../src/edition/seal/names.ts';
import { buildUnproved } from '../src/pipeline/build.ts';
import { CommandError, runCommand, UsageError } from '../src/pipeline/command.ts';
import { prepareEdition } from '../src/pipeline/export.ts';
import { project } from '../src/pipeline/project.ts';

const help = `npm run verify -- EDITION-FOLDER [--content FOLDER] [--full]

Proves that a built edition (dist/public, dist/delegates) holds what it may and no more: every file follows from the
content that the edition may show, no reading of any file holds withheld words, the checksums tell of these files.

  --content FOLDER  the content it was built from, where that is not content/; an edition that was built for a site
                    is proved with the same ENFOCUSTOM_SITE
  --full            of the public edition also: changes and removes everything withheld, builds it from either, and
                    shows that the edition stays the same, byte for byte
  --help            this text

Exit status: 0 proved, 1 not proved, 2 the command was used wrongly.`;

const options = { content: { type: 'string', default: 'content' }, full: { type: 'boolean', default: false } } as const;

await runCommand({ help, options, positionals: true }, async ({ values, positionals }) => {
  const [folder, surplus] = positionals;
  if (!folder || surplus) throw new UsageError('Name one folder of a built edition.');
  const dist = resolve(folder);
  const content = resolve(project, values.content);
  if (!existsSync(join(dist, MANIFEST)))
    throw new CommandError(`${dist} has no ${MANIFEST}: build it with npm run build.`);
  const { edition } = JSON.parse(await readFile(join(dist, MANIFEST), 'utf8')) as { edition?: string };
  if (!isEdition(edition)) throw new CommandError(`${MANIFEST} names no edition of this archive.`);
  const report = await proveAfresh({ dist, edition, content, project }, prepareEdition);
  if (report.findings.length > 0) throw new CommandError(describeFindings(report));
  console.log(describeProof(report));
  if (!values.full || edition !== 'public') return;
  const work = join(project, '.editions', `full-${process.pid}`);
  try {
    const { changed, differences, contents } = await interference(content, work);
    if (differences.length > 0)
      throw new CommandError(`What is withheld shows in the edition:\n${differences.join('\n')}`);
    const manifest = await readFile(join(dist, MANIFEST), 'utf8');
    for (const version of ['changed', 'removed'] as const) {
      const draft = join(work, `edition-${version}`);
      await buildUnproved(project, contents[version], edition, draft);
      // It has the checksum of every other file.
      if ((await readFile(join(draft, MANIFEST), 'utf8')) !== manifest)
        throw new CommandError(`With everything withheld ${version}, another edition comes out: compare ${MANIFEST}.`);
    }
    console.log(`${changed} withheld values changed, then all of them removed: each time the same edition was built.`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
