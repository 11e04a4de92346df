import { formatDate, parseDate } from '../../archive/date.ts';
import { datesOfDocuments } from '../document-dates.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** What a précis cites is in the hands of its editor. */
export const citesLater: Rule = {
  code: 'CITES-LATER',
  contract: 'A précis cites nothing that is later than its document.',
  check: (context) => find(context, 'documents'),
};

/** An official text is shown as it is: a number misread in a file is for an editor to look at. */
export const textCitesLater: Rule = {
  code: 'TEXT-CITES-LATER',
  contract: 'An official text cites nothing that is later than its document.',
  check: (context) => find(context, 'texts'),
};

function* find(context: Parameters<Rule['check']>[0], collection: 'documents' | 'texts'): Iterable<RuleFinding> {
  const dateOf = datesOfDocuments(context);
  for (const entry of context.content.entries) {
    const own = entry.collection === collection ? dateOf(entry.id) : undefined;
    const last = own && parseDate(own).latest;
    if (!last) continue;
    for (const { id, printed, date, bodyLine } of context.textOf(entry).cites) {
      const cited = dateOf(id) ?? date;
      const first = parseDate(cited).earliest;
      if (!first || first <= last) continue;
      yield {
        entry,
        bodyLine,
        message: `${printed} (${formatDate(cited)}) is later than this text (${formatDate(own)})`,
        fix: 'correct the number, or the date of one of the two records',
      };
    }
  }
}
