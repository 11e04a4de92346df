import { addressOf } from './address.ts';
import type { Entry } from './collections.ts';
import { countryInText } from './country.ts';
import { formatDate } from './date.ts';
import type { CollectionName } from './schema/parts.ts';

/** An entry as lists and links show it. */
export interface Item<C extends CollectionName = CollectionName> {
  readonly entry: Entry<C>;
  readonly collection: C;
  readonly id: string;
  readonly address: string;
  /** What it is called in a line of its own: `13944/22`, `Action 7.3`, `CCWP`; the title where it has none. */
  readonly label: string;
  readonly title: string;
  /** EDTF, or null. */
  readonly date: string | null;
}

export function itemOf<C extends CollectionName>(entry: Entry<C>): Item<C> {
  const face = faceOf(entry);
  return {
    entry,
    collection: entry.collection,
    id: entry.id,
    address: addressOf(entry.collection, entry.id),
    label: face.label ?? face.title,
    title: face.title,
    date: face.date ?? null,
  };
}

interface Face {
  readonly title: string;
  readonly label?: string | undefined;
  readonly date?: string | undefined;
}

type AnyEntry = { [C in CollectionName]: Entry<C> & { readonly collection: C } }[CollectionName];

/** Titles may be missing: an edition leaves out a fact whose source is closed to it. */
function faceOf(input: Entry): Face {
  const entry = input as AnyEntry;
  switch (entry.collection) {
    case 'documents':
      return { title: entry.record.title, label: entry.record.number, date: entry.record.date };
    case 'texts':
      return { title: entry.id };
    case 'strategies':
      return {
        title: entry.record.title?.value ?? `Strategy ${entry.id}`,
        date: entry.record.adopted?.value ?? entry.id,
      };
    case 'action-plans':
      return { title: entry.record.title?.value ?? entry.id, date: entry.record.period?.value };
    case 'actions': {
      const label = /^\d{4}\./.test(entry.id)
        ? `Point ${entry.id.split('.')[1]} (${entry.id.split('.')[0]})`
        : `Action ${entry.id}`;
      return { title: entry.record.title?.value ?? label, label, date: firstDate(entry.record.history) };
    }
    case 'recommendations':
      return { title: entry.record.title.value, label: `Recommendation ${entry.record.number}` };
    case 'working-parties': {
      const name = entry.record.names.at(-1);
      return { title: name?.name ?? entry.id, label: name?.abbreviation };
    }
    case 'meetings':
      return {
        title: entry.record.title?.value ?? meetingTitle(entry.id, entry.record.date.value),
        date: entry.record.date.value,
      };
    case 'operations':
      return { title: entry.record.name?.value ?? entry.id, date: entry.record.period?.value };
    case 'organisations':
    case 'systems':
      return { title: entry.record.name?.value ?? entry.id, label: entry.record.abbreviation?.value };
    case 'topics':
      return { title: entry.record.name };
    case 'glossary':
      return { title: entry.record.expansion ?? entry.record.term, label: entry.record.term };
    case 'presidencies': {
      const [year, half] = entry.id.split('-');
      const title = `Presidency of ${countryInText(entry.record.state)}, ${half === '1' ? 'first' : 'second'} half of ${year}`;
      return { title, label: `${entry.record.state} ${year}/${half}`, date: `${year}-4${half === '1' ? 0 : 1}` };
    }
    case 'subject-codes':
      return { title: entry.record.meaning, label: entry.record.code };
    case 'acts':
      return { title: entry.record.title, label: entry.record.printed[0], date: entry.record.date };
    case 'guide':
      return { title: entry.record.title };
  }
}

function firstDate(history: readonly { date?: string | undefined }[] | undefined): string | undefined {
  return history?.find(({ date }) => date)?.date;
}

/** `2015-07-09-ccwp` → `Meeting of the CCWP, 9 July 2015`. */
function meetingTitle(id: string, date: string): string {
  return `Meeting of the ${id.slice(11).toUpperCase()}, ${formatDate(date)}`;
}
