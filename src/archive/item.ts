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
  /** Whether the words of the title are the archive's own; the title then stands in square brackets. */
  readonly ownTitle: boolean;
  /** EDTF, or null. */
  readonly date: string | null;
  /** Whether the date is only planned, or is the year in a document's number. */
  readonly byNumber: boolean;
  readonly planned: boolean;
}

export function itemOf<C extends CollectionName>(entry: Entry<C>): Item<C> {
  const face = faceOf(entry);
  return {
    entry,
    collection: entry.collection,
    id: entry.id,
    address: addressOf(entry.collection, entry.id),
    label: face.label ?? (face.ownTitle ? `[${face.title}]` : face.title),
    title: face.ownTitle ? `[${face.title}]` : face.title,
    ownTitle: face.ownTitle ?? false,
    date: face.date ?? null,
    byNumber: face.byNumber ?? false,
    planned: face.mode === 'planned',
  };
}

/** The date in words, which tell what it is worth; null without one. */
export function dateInWords({ date, byNumber, planned }: Pick<Item, 'date' | 'byNumber' | 'planned'>): string | null {
  return date && `${formatDate(date)}${byNumber ? ', by number' : ''}${planned ? ', planned' : ''}`;
}

/** The date as far as a source states it for what came about: what programs take at its word. */
export const statedDate = ({ date, byNumber, planned }: Pick<Item, 'date' | 'byNumber' | 'planned'>) =>
  byNumber || planned ? null : date;

interface Face {
  readonly title: string;
  readonly ownTitle?: boolean;
  readonly label?: string | undefined;
  readonly date?: string | undefined;
  readonly byNumber?: boolean;
  readonly mode?: 'planned' | 'reported' | undefined;
}

type AnyEntry = { [C in CollectionName]: Entry<C> & { readonly collection: C } }[CollectionName];

/** Titles may be missing: an edition leaves out a fact whose source is closed to it. */
function faceOf(input: Entry): Face {
  const entry = input as AnyEntry;
  switch (entry.collection) {
    case 'documents': {
      const { title, titleBy, number, date } = entry.record;
      return {
        title,
        ownTitle: titleBy === 'archive',
        label: number,
        date: date ?? yearOfNumber(entry.id),
        byNumber: date === undefined,
      };
    }
    case 'texts':
      return { title: entry.id };
    case 'strategies':
      return {
        ...titleOf(entry.record.title, `Strategy ${entry.id}`),
        date: entry.record.adopted?.value,
      };
    case 'action-plans':
      return { ...titleOf(entry.record.title, entry.id), ...periodOf(entry.record.period) };
    case 'actions': {
      const label = /^\d{4}\./.test(entry.id)
        ? `Point ${entry.id.split('.')[1]} (${entry.id.split('.')[0]})`
        : `Action ${entry.id}`;
      return { ...titleOf(entry.record.title, label), label, date: firstDate(entry.record.history) };
    }
    case 'recommendations':
      return { ...titleOf(entry.record.title, entry.id), label: `Recommendation ${entry.record.number}` };
    case 'working-parties': {
      const name = entry.record.names.at(-1);
      return { title: name?.name ?? entry.id, label: name?.abbreviation };
    }
    case 'meetings':
      return {
        ...titleOf(entry.record.title, meetingTitle(entry.id, entry.record.date.value)),
        date: entry.record.date.value,
        mode: entry.record.date.mode,
      };
    case 'operations':
      return { ...titleOf(entry.record.name, entry.id), ...periodOf(entry.record.period) };
    case 'organisations':
    case 'systems':
      return { ...titleOf(entry.record.name, entry.id), label: entry.record.abbreviation?.value };
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
      return {
        title: entry.record.title,
        ownTitle: entry.record.titleBy === 'archive',
        label: entry.record.printed[0],
        date: entry.record.date,
      };
    case 'sources':
      return { title: entry.record.title, label: entry.record.publisher, date: entry.record.date };
    case 'guide':
      return { title: entry.record.title };
  }
}

const titleOf = (title: { value: string; by?: 'archive' | undefined } | undefined, without: string) => ({
  title: title?.value ?? without,
  ownTitle: title?.by === 'archive',
});

/** The date of an entry does not come from a period that we infer. */
const periodOf = (period: { value: string; mode?: Face['mode']; inferred?: string | undefined } | undefined) => ({
  date: period?.inferred === undefined ? period?.value : undefined,
  mode: period?.mode,
});

/** `ST-13944-2022-INIT` → `2022`. */
const yearOfNumber = (id: string) => /-((?:19|20)\d{2})-/.exec(id)?.[1];

/** The first date of what happened; what was only planned is no date of an action. */
function firstDate(
  history: readonly { date?: string | undefined; mode?: Face['mode'] }[] | undefined,
): string | undefined {
  return history?.find(({ date, mode }) => date && mode !== 'planned')?.date;
}

/** `2015-07-09-ccwp` → `Meeting of the CCWP, 9 July 2015`. */
function meetingTitle(id: string, date: string): string {
  return `Meeting of the ${id.slice(11).toUpperCase()}, ${formatDate(date)}`;
}
