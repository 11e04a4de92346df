import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { collections } from '../src/archive/collections.ts';
import { formatProblem } from '../src/archive/problem.ts';
import type { Field } from '../src/intake/editing/fields.ts';
import {
  askedFields,
  CREATABLE,
  collectionOf,
  NewRecordError,
  recordOf,
  startOf,
  writeRecord,
} from '../src/intake/editing/new-record.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run new -- KIND ID [FIELD=VALUE…] [--source SOURCE]

Writes a record that passes the check, asking for what it needs and was not given. What does not pass is not kept.

  npm run new -- document 13945/22 title="Oars" access.status=reference-only source=register:ST-13945-2022-INIT
  npm run new -- action 7.4 plan=ccwp-7 title="Oars" --source ST-10784-2015-INIT#4
  npm run new -- meeting 2015-07-09-ccwp --source ST-10784-2015-INIT#header

KIND is ${CREATABLE.map((name) => collections[name].singular.replaceAll(' ', '-')).join(', ')}.
FIELD is a field as in the handbook; title stands for title.value. Lists: several values with commas between.

  --source SOURCE   the source of every fact that names none
  --content FOLDER  another folder than content/
  --help            this text

Exit status: 0 written, 1 not written, 2 the command was used wrongly.`;

const options = { source: { type: 'string' }, content: { type: 'string', default: 'content' } } as const;

await runCommand({ help, options, positionals: true }, async ({ values, positionals, signal }) => {
  const [kind, typed, ...given] = positionals;
  if (!kind || !typed) throw new UsageError('Say what is to be made and how it is called: action 7.4');
  const content = resolve(project, values.content);
  if (!existsSync(content)) throw new CommandError(`There is no folder ${content}.`);
  try {
    const collection = collectionOf(kind);
    const { id, known } = startOf(collection, typed);
    const fields = askedFields(collection);
    const answers = new Map(Object.entries(known));
    for (const pair of given) {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (name === '') throw new UsageError(`"${pair}" is not expected here: fields are given as name=value.`);
      answers.set(fields.some(({ path }) => path === `${name}.value`) ? `${name}.value` : name, value);
    }
    if (values.source !== undefined) defaultSource(fields, answers, values.source);
    await ask(fields, answers, signal);
    const { file, problems } = await writeRecord(content, collection, id, recordOf(collection, answers));
    for (const problem of problems) console.error(formatProblem(problem));
    if (problems.length > 0) throw new CommandError('Nothing was written.');
    console.log(`${join(values.content, file)} is written and passes the check.`);
  } catch (error) {
    throw error instanceof NewRecordError ? new CommandError(error.message) : error;
  }
});

/** Every fact that is given gets the source, and a record that must name one as a whole. */
function defaultSource(fields: readonly Field[], answers: Map<string, string>, source: string): void {
  for (const { path, required } of fields) {
    if (!/(?:^|\.)source$/.test(path) || answers.has(path)) continue;
    const group = path.replace(/\.?source$/, '');
    if (required || [...answers.keys()].some((name) => group !== '' && name.startsWith(`${group}.`)))
      answers.set(path, source);
  }
}

async function ask(fields: readonly Field[], answers: Map<string, string>, signal: AbortSignal): Promise<void> {
  const open = fields.filter(({ path, required }) => !answers.has(path) && (required || process.stdin.isTTY));
  if (open.length === 0) return;
  if (!process.stdin.isTTY) {
    throw new CommandError(
      `These fields are needed: ${open.map(({ path }) => path).join(', ')}. Give them as name=value.`,
    );
  }
  const line = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const { path, required, holds, help } of open) {
      const question = `${path}${required ? '' : ' (may stay empty)'}: ${help ?? holds}\n> `;
      let answer = '';
      do answer = (await line.question(question, { signal })).trim();
      while (answer === '' && required);
      answers.set(path, answer);
    }
  } finally {
    line.close();
  }
}
