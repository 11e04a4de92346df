import { parseArgs } from 'node:util';
import { formatProblem } from '../src/archive/problem.ts';
import { checkContent } from '../src/check/check.ts';

const HELP = `npm run check -- [--content FOLDER] [--json]

Checks all of content/ and reports every problem of every file at once:
  file:line:column CODE what is wrong → how to mend it

  --content FOLDER  another folder than content/
  --json            the problems as a JSON list
  --help            this text

Exit status: 0 no problem, 1 problems, 2 the command was used wrongly.`;

const { values } = parseArgs({
  options: { content: { type: 'string', default: 'content' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(HELP);
} else {
  const problems = await checkContent(values.content);
  const shown = problems.map((p) => ({ ...p, file: `${values.content}/${p.file}` }));
  if (values.json) console.log(JSON.stringify(shown, null, 2));
  else for (const problem of shown) console.log(formatProblem(problem));
  console.error(
    problems.length === 0 ? 'No problems.' : `${problems.length} problem${problems.length === 1 ? '' : 's'}.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
