import type { Rule } from '../rule.ts';

export const directive: Rule = {
  code: 'DIRECTIVE',
  contract:
    'A withheld portion is opened by :::withheld{…} and closed by ::: on lines of their own, not nested, at the margin.',
  *check({ written, textOf }) {
    for (const entry of written) {
      for (const fault of textOf(entry).withheld?.faults ?? []) yield { entry, ...fault };
    }
  },
};
