import { existsSync } from 'node:fs';
import { formatProblem, type Problem } from '../src/archive/problem.ts';
import { problemAddress } from '../src/archive/problem-address.ts';
import { readArchive } from '../src/archive/read.ts';
import { checkArchive, warningsOf } from '../src/check/check.ts';
import { diffOf, mendContent } from '../src/check/mend.ts';
import { rules } from '../src/check/rules/index.ts';
import { CommandError, runCommand, UsageError } from '../src/lib/command.ts';

const help = `npm run check -- [--content FOLDER] [--json] [--fix [--dry-run]]

Checks all of content/ and reports every problem of every file at once:
  file:line:column CODE what is wrong → how to mend it

  --content FOLDER  another folder than content/
  --json            the problems as a JSON list
  --fix             first mends what can only be meant in one way (quotes, case, spelling of ids, days, slips in the
                    names of fields) and shows what it changed
  --dry-run         with --fix: shows it and changes nothing
  --help            this text

A warning says so, and asks to look once more: it is no problem.

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
  const archive = await readArchive(content);
  const problems = checkArchive(archive, rules);
  const warnings = warningsOf(archive, today());
  const shown = [...problems, ...warnings.map(asWarning)].map((found) => ({
    ...found,
    file: `${content}/${found.file}`,
  }));
  if (json) console.log(JSON.stringify(shown, null, 2));
  else for (const problem of shown) console.log(formatProblem(problem));
  if (!json && shown.length > 0) {
    console.error('\nWhat they mean, in the handbook of the site (npm run dev):');
    for (const code of new Set(shown.map((problem) => problem.code))) console.error(`  ${problemAddress(code)}`);
  }
  const also = warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning')}`;
  console.error(`${problems.length === 0 ? 'No problems' : counted(problems.length, 'problem')}${also}.`);
  return problems.length === 0 ? 0 : 1;
});

function asWarning(problem: Problem) {
  return { ...problem, message: `warning: ${problem.message}`, warning: true };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The day here, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
