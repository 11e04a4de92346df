import type { Entry } from '../../archive/collections.ts';
import { parseDate } from '../../archive/date.ts';
import type { Rule } from '../rule.ts';

export const meetingId: Rule = {
  code: 'MEETING-ID',
  contract: 'The name of a meeting begins with its first day.',
  *check({ content }) {
    for (const entry of content.entries) {
      if (entry.collection !== 'meetings') continue;
      const { date } = (entry as Entry<'meetings'>).record;
      const first = parseDate(date.value).earliest;
      if (first && entry.id.startsWith(`${first}-`)) continue;
      yield {
        entry,
        path: ['date', 'value'],
        message: first
          ? `the meeting begins on ${first}, its name says "${entry.id}"`
          : `the meeting "${entry.id}" has a date without a first day`,
        fix: first ? `rename the file to ${first}-….yaml, or correct the date` : 'give the day it began',
      };
    }
  },
};
