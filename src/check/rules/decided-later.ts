import { formatDate, parseDate } from '../../archive/date.ts';
import type { Rule } from '../rule.ts';

/**
 * A warning and no problem: the same content would otherwise pass on one day and not on another, and a decision may be
 * entered on the eve of the day on which it counts. More often the year is mistyped.
 */
export const decidedLater: Rule = {
  code: 'DECIDED-LATER',
  contract: 'A decision on access is not of a day to come: what it opens is published at once, whatever its date.',
  *check({ content, textOf, today }) {
    const isLater = (date: string) => today !== null && (parseDate(date).earliest ?? '') > today;
    for (const entry of content.entries) {
      if (entry.collection !== 'documents' && entry.collection !== 'texts') continue;
      const { access } = entry.record as { access?: { decided?: string | undefined } };
      if (access?.decided !== undefined && isLater(access.decided)) {
        yield { entry, path: ['access', 'decided'], ...complaint(access.decided) };
      }
      for (const { bodyLine, date } of textOf(entry).withheld?.decided ?? []) {
        if (isLater(date)) yield { entry, bodyLine, ...complaint(date) };
      }
    }
  },
};

const complaint = (date: string) => ({
  message: `access was decided on ${formatDate(date)}, which is still to come`,
  fix: 'mend the date; what access says counts from now on, whatever the date',
});
