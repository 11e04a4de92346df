import { formatDate, parseDate } from '../../archive/date.ts';
import type { Item } from '../../archive/item.ts';
import { listSources, parseSource } from '../../archive/source.ts';
import type { Path } from '../../archive/source-file.ts';
import { datesOfDocuments } from '../document-dates.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Something that a record says has a date: an event, or a fact whose value is one. */
interface Told {
  readonly path: Path;
  readonly date?: string | undefined;
  readonly meeting?: string | undefined;
  readonly mode?: string | undefined;
  readonly source: string | readonly string[];
}

/** Facts that are dates, by the field that holds them; a plan's own period lies ahead of its paper, as `mode` says. */
const DATED = ['date', 'adopted', 'period'] as const;

export const toldTooEarly: Rule = {
  code: 'TOLD-TOO-EARLY',
  contract:
    'What is told as having happened is no later than any of its sources; what a source looks ahead to is planned.',
  *check(context): Iterable<RuleFinding> {
    const dateOf = datesOfDocuments(context);
    const meetings = new Map(
      context.content.entries.flatMap((entry) =>
        entry.collection === 'meetings' ? [[entry.id, (entry as Item<'meetings'>['entry']).record.date] as const] : [],
      ),
    );
    for (const entry of context.content.entries) {
      for (const { path, date, meeting, mode, source } of toldIn(entry.record)) {
        const when = date ?? (meeting === undefined ? undefined : meetings.get(meeting)?.value);
        if (when === undefined || mode === 'planned') continue;
        const { earliest, latest } = parseDate(when);
        const day = earliest ?? latest;
        for (const one of listSources(source)) {
          // The register goes on after the document.
          const { id, register } = parseSource(one);
          const known = register ? undefined : dateOf(id);
          const last = known && parseDate(known).latest;
          if (!last || !day || day <= last) continue;
          yield {
            entry,
            path,
            message: `${formatDate(when)} is later than its source ${id} of ${formatDate(known)}`,
            fix: 'add mode: planned, or name only sources that report it',
          };
          break;
        }
      }
    }
  },
};

function* toldIn(record: unknown): Iterable<Told> {
  const fields = record as Readonly<Record<string, unknown>>;
  for (const list of ['history', 'states']) {
    for (const [index, event] of ((fields[list] ?? []) as Omit<Told, 'path'>[]).entries()) {
      yield { ...event, path: [list, index] };
    }
  }
  for (const field of DATED) {
    const fact = fields[field] as { value?: unknown; source?: Told['source']; mode?: string } | string | undefined;
    if (typeof fact !== 'object' || typeof fact.value !== 'string' || !fact.source) continue;
    yield { path: [field], date: fact.value, mode: fact.mode, source: fact.source };
  }
}
