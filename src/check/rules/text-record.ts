import type { Rule } from '../rule.ts';

export const textRecord: Rule = {
  code: 'TEXT-RECORD',
  contract: 'Every official text has the record of its document beside it.',
  *check({ content, exists }) {
    for (const entry of content.entries) {
      if (entry.collection !== 'texts' || exists('documents', entry.id)) continue;
      yield {
        entry,
        message: `there is no record of ${entry.id}`,
        fix: `add documents/${entry.id.toLowerCase()}.md: without it nothing says who may see the text`,
      };
    }
  },
};
