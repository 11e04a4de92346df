import type { Catalogue } from '../catalogue.ts';
import { parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import { listSources } from '../source.ts';
import type { TimelineEvent } from './event.ts';

type Party = Item<'working-parties'>;

/** A working party with those before and after it, the oldest first. */
export function lineageOf(archive: Catalogue, party: Party): Party[] {
  const before: Party[] = [];
  for (let one = predecessorOf(archive, party); one && !before.includes(one); one = predecessorOf(archive, one))
    before.unshift(one);
  const line = [...before, party];
  for (let one = successorOf(archive, party); one && !line.includes(one); one = successorOf(archive, one))
    line.push(one);
  return line;
}

/** The lineages that have more than one member: bodies that lived on under another name. */
export function allLineages(archive: Catalogue): Party[][] {
  return archive
    .list('working-parties')
    .filter((party) => !successorOf(archive, party))
    .map((party) => lineageOf(archive, party))
    .filter((line) => line.length > 1);
}

function predecessorOf(archive: Catalogue, party: Party): Party | undefined {
  const id = party.entry.record.predecessor?.to;
  return id === undefined ? undefined : archive.get('working-parties', id);
}

function successorOf(archive: Catalogue, party: Party): Party | undefined {
  return archive.incoming(party.address).find(({ kind }) => kind === 'predecessor')?.from as Party | undefined;
}

/**
 * The life of a lineage, one event a name. A name without a period stands where documents and meetings
 * of that working party are known; a name without any stands before the next.
 */
export function lifeEvents(archive: Catalogue, line: readonly Party[]): TimelineEvent[] {
  return line
    .flatMap((party) => {
      const known = knownExtent(archive, party);
      const { names } = party.entry.record;
      return names.map((name, index): TimelineEvent => {
        const alone = names.length === 1 ? known : null;
        return {
          id: `working-parties.${party.id}${index === 0 ? '' : `.${index + 1}`}`,
          kind: 'working-party',
          shape: 'life',
          date: name.period ?? (alone && `${alone.from}/${alone.to}`),
          inferred: name.period || !alone ? undefined : 'evidence',
          title: name.name,
          label: name.abbreviation ?? name.name,
          item: party,
          sources: listSources(name.source),
          known: alone ?? undefined,
        };
      });
    })
    .map((event, index, all) => ({ ...event, before: all[index + 1]?.id }));
}

function knownExtent(archive: Catalogue, party: Party): { from: string; to: string } | null {
  const days = archive.incoming(party.address).flatMap(({ kind, from }) => {
    if (kind !== 'workingParty' || !from.date || !['documents', 'meetings'].includes(from.collection)) return [];
    const { earliest, latest } = parseDate(from.date);
    return [earliest, latest].filter((day): day is string => day !== null);
  });
  days.sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : null;
}
