import { checkContent } from '../check/check.ts';
import { packEdition } from '../offline/pack.ts';
import { type StepContext, steps } from '../pipeline/build.ts';

/** A program of its own for each step of a build, so that what one took cannot be laid to another. */
const [name, json = '{}'] = process.argv.slice(2);
const context = JSON.parse(json) as Omit<StepContext, 'signal' | 'report'>;

if (name === 'check') {
  const problems = await checkContent(context.content);
  if (problems.length > 0) throw new Error(`${problems.length} problems in the generated content`);
} else if (name === 'pack') {
  await packEdition({ edition: context.edition, from: context.draft, out: context.out });
} else {
  const step = steps.find((one) => one.name === name);
  if (!step) throw new Error(`a build has no step "${name}"`);
  await step.run({ ...context, signal: new AbortController().signal, report: () => {} });
}
