import { existsSync } from 'node:fs';
import { formatProblem } from '../src/archive/problem.ts';
import { problemAddress } from '../src/archive/problem-address.ts';
import { checkContent } from '../src/check/check.ts';
import { diffOf, mendContent } from '../src/check/mend.ts';
import { CommandError, runCommand, UsageError } from '../src/pipeline/command.ts';

const help = `npm run check -- [--content FOLDER] [--json] [--fix [--dry-run]]

Checks all of content/ and reports every problem of every file at once:
  file:line:column CODE what is wrong → how to mend it

  --content FOLDER  another folder than content/
  --json            the problems as a JSON list
  --fix             first mends what can only be meant in one way (quotes, case, spelling of ids, days, slips in the
                    names of fields) and shows what it changed
  --dry-run         with --fix: shows it and changes nothing
  --help            this text

Exit status: 0 no problem, 1 problems, 2 the command was used wrongly.`;

const options = {
  content: { type: 'string', default: 'content' },
  json: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

await runCommand({ help, options }, async ({ values: { content, json, fix, 'dry-run': dryRun = false } }) => {
  if (!existsSync(content)) throw new CommandError(`There is no folder ${content}.`);
  if (dryRun && !fix) throw new UsageError('--dry-run goes with --fix.');
  if (fix) {
    const mended = await mendContent(content, { dryRun });
    for (const file of mended) console.error(diffOf(file));
    console.error(`${mended.length} file${mended.length === 1 ? '' : 's'} ${dryRun ? 'would be ' : ''}mended.\n`);
  }
  const problems = await checkContent(content);
  const shown = problems.map((problem) => ({ ...problem, file: `${content}/${problem.file}` }));
  if (json) console.log(JSON.stringify(shown, null, 2));
  else for (const problem of shown) console.log(formatProblem(problem));
  if (!json && problems.length > 0) {
    console.error('\nWhat they mean, in the handbook of the site (npm run dev):');
    for (const code of new Set(problems.map((problem) => problem.code))) console.error(`  ${problemAddress(code)}`);
  }
  console.error(
    problems.length === 0 ? 'No problems.' : `${problems.length} problem${problems.length === 1 ? '' : 's'}.`,
  );
  return problems.length === 0 ? 0 : 1;
});
