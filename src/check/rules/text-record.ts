import type { Rule } from '../rule.ts';

export const textRecord: Rule = {
  code: 'TEXT-RECORD',
  contract: 'Every official text has the record of its document beside it.',
  *check({ content, ids }) {
    const documents = ids.get('documents') ?? new Set();
    for (const entry of content.entries) {
      if (entry.collection !== 'texts' || documents.has(entry.id)) continue;
      yield {
        entry,
        message: `there is no record of ${entry.id}`,
        fix: `add documents/${entry.id.toLowerCase()}.md: without it nothing says who may see the text`,
      };
    }
  },
};
