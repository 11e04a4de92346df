import type { Rule } from '../rule.ts';

export const guidePage: Rule = {
  code: 'GUIDE-PAGE',
  contract: 'A page of the guide holds Markdown and components with literal props: nothing in it runs as a program.',
  *check({ written, textOf }) {
    for (const entry of written) {
      for (const fault of textOf(entry).program) yield { entry, ...fault };
    }
  },
};
