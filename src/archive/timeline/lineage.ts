import type { Catalogue } from '../catalogue.ts';
import type { Item } from '../item.ts';
import { listSources } from '../source.ts';
import type { TimelineEvent, Witnesses } from './event.ts';
import { historyEvents, reportedDates, witnessesIn } from './history.ts';

type Party = Item<'working-parties'>;

/** A working party with those before and after it, the oldest first. */
export function lineageOf(archive: Catalogue, party: Party): Party[] {
  const before: Party[] = [];
  for (
    let one = predecessorOf(archive, party);
    one && one !== party && !before.includes(one);
    one = predecessorOf(archive, one)
  )
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
 * The life of a lineage: one event a working party, or one a name where each name has its period. Where no period is
 * given, documents, meetings and events of that working party bear witness to it.
 */
export function lifeEvents(archive: Catalogue, line: readonly Party[]): TimelineEvent[] {
  return line
    .flatMap((party) => partEvents(archive, party))
    .map((event, index, all) => ({ ...event, before: all[index + 1]?.id }));
}

function partEvents(archive: Catalogue, party: Party): TimelineEvent[] {
  const { names } = party.entry.record;
  const base = { kind: 'working-party', shape: 'life', item: party } as const;
  if (names.length > 1 && names.every(({ period }) => period)) {
    return names.map((name, index) => ({
      ...base,
      id: `working-parties.${party.id}.${index + 1}`,
      date: name.period ?? null,
      title: name.name,
      label: name.abbreviation ?? name.name,
      sources: listSources(name.source),
    }));
  }
  const [first] = names;
  const period = names.length === 1 ? first?.period : undefined;
  return [
    {
      ...base,
      id: `working-parties.${party.id}`,
      date: period ?? null,
      title: names.map(({ name }) => name).join(', also '),
      label: first?.abbreviation ?? first?.name ?? party.label,
      sources: period ? listSources(first?.source) : [],
      known: witnessesOf(archive, party),
    },
  ];
}

function witnessesOf(archive: Catalogue, party: Party): Witnesses | undefined {
  const linked = archive
    .incoming(party.address)
    .flatMap(({ kind, from }) =>
      kind === 'workingParty' && ['documents', 'meetings'].includes(from.collection) ? [from.date] : [],
    );
  const names = party.entry.record.names.map(({ period }) => period);
  return witnessesIn([...linked, ...names, ...reportedDates(historyEvents(archive, party))]);
}
