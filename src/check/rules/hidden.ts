import { placesOfWords } from '../record-words.ts';
import type { Rule } from '../rule.ts';

export const hidden: Rule = {
  code: 'HIDDEN',
  contract:
    'What no page shows, such as a comment, is not published: it can be taken out of a text, and no record holds it.',
  *check({ written, textOf }) {
    for (const entry of written) {
      for (const fault of textOf(entry).hidden) yield { entry, ...fault };
      for (const path of commentsIn(entry)) {
        yield {
          entry,
          path,
          message: 'the text holds a comment, which would be published with the record',
          fix: 'remove it; behind a # in YAML a comment is for editors only',
        };
      }
    }
  },
};

/** Comments of HTML, and targets of links that lead nowhere. */
const COMMENTED = /<!--|^ {0,3}\[\/\/\]:/m;

const commentsIn = placesOfWords((words) => COMMENTED.test(words));
