import { placesOfWords } from '../record-words.ts';
import type { Rule } from '../rule.ts';

export const directive: Rule = {
  code: 'DIRECTIVE',
  contract:
    'A withheld portion is opened by :::withheld{…} and closed by ::: on lines of their own, not nested, at the margin of a text; a record has none.',
  *check({ written, textOf }) {
    for (const entry of written) {
      for (const fault of textOf(entry).withheld?.faults ?? []) yield { entry, ...fault };
      for (const path of blocksIn(entry)) {
        yield {
          entry,
          path,
          message: '":::" stands in a record, which has no blocks',
          fix: 'remove it; what is withheld is a fact of its own, with its source',
        };
      }
    }
  },
};

const blocksIn = placesOfWords((words) => words.includes(':::'));
