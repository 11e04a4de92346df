import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyOf, parseReference } from '../src/archive/reference/index.ts';
import { wantedIn } from '../src/archive/wanted.ts';
import { fetchDocuments, idsWithoutText, REGISTER, userAgentOf } from '../src/intake/fetch/run.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';
import { readCatalogue } from '../src/markdown/read-catalogue.ts';

const help = `npm run fetch -- [options] DOCUMENT… | --cited | --missing-texts

Gets the public PDFs of documents from the Council's register and imports them: one at a time, with pauses, again
after a while where the register is busy. What was fetched once is kept in .cache/register and not asked for again,
so a run that was stopped goes on where it ended. A document is named in any spelling: 13944/22, ST-13944-2022-INIT.

  --cited           the documents that others cite and that are not held
  --missing-texts   the documents that have a record, are open to the public, and whose text is not here
  --limit N         no more than N documents
  --content FOLDER  another folder than content/
  --register URL    another register than ${REGISTER}
  --help            this text

Exit status: 0 all are here, 1 some are not, 2 the command was used wrongly.`;

const options = {
  cited: { type: 'boolean' },
  'missing-texts': { type: 'boolean' },
  limit: { type: 'string' },
  content: { type: 'string', default: 'content' },
  register: { type: 'string', default: REGISTER },
} as const;

await runCommand({ help, options, positionals: true }, async ({ values, positionals, signal }) => {
  const content = resolve(project, values.content);
  if (!existsSync(content)) throw new CommandError(`There is no folder ${content}.`);
  if (!URL.canParse(values.register)) throw new UsageError(`--register ${values.register}: this is no address.`);
  const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
  if (!(limit >= 1)) throw new UsageError(`--limit ${values.limit}: give a number from 1.`);
  const ids = positionals.map(idOf);
  if (values.cited || values['missing-texts']) {
    const archive = await readCatalogue(content);
    if (values.cited) ids.push(...wantedIn(archive).flatMap(({ council, key }) => (council ? [key] : [])));
    if (values['missing-texts']) {
      const documents = archive.list('documents').map(({ id, entry }) => ({ id, status: entry.record.access?.status }));
      ids.push(...idsWithoutText(content, documents));
    }
  } else if (ids.length === 0) throw new UsageError('Say which documents, or --cited, or --missing-texts.');
  const chosen = [...new Set(ids)].slice(0, limit);
  const summary = await fetchDocuments(chosen, {
    register: values.register.replace(/\/$/, ''),
    content,
    cache: join(project, '.cache', 'register'),
    userAgent: userAgentOf(join(project, 'package.json')),
    signal,
    wait: (milliseconds) => sleep(milliseconds, undefined, { signal }),
    report: (line) => console.log(line),
  });
  const { imported, held, failed, left } = summary;
  console.log(
    `\n${imported.length} imported, ${held.length} were here, ${failed.length} not to be had, ${left.length} left for later.`,
  );
  for (const [id, reason] of failed) console.log(`  ${id}: ${reason}`);
  if (left.length > 0) console.log('Run the same command again in some hours: it goes on where it ended.');
  if (imported.length > 0) console.log('Now npm run check says what their records still need.');
  return failed.length + left.length > 0 ? 1 : 0;
});

function idOf(text: string): string {
  const reference = parseReference(text);
  if (reference?.kind === 'council') return keyOf(reference);
  throw new UsageError(`"${text}" is not the number of a Council document: write 13944/22 or ST-13944-2022-INIT.`);
}
