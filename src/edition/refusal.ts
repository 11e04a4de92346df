import { compareProblems, formatProblem, type Problem } from '../archive/problem.ts';

/** Thrown where content cannot be partitioned into editions safely: nothing is written, nothing may be published. */
export class PartitionRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(compareProblems);
    super(`The content is not published:\n${sorted.map(formatProblem).join('\n')}`);
    this.problems = sorted;
  }
}
