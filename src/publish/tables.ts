import type { Catalogue } from '../archive/catalogue.ts';
import { parseDate } from '../archive/date.ts';
import type { Item } from '../archive/item.ts';
import { listSources } from '../archive/source.ts';
import { dateOfEvent } from '../archive/timeline/history.ts';
import { datedBy, publishedEdges, publishedItems } from './entry.ts';

/** A column, in the words of Table Schema (https://specs.frictionlessdata.io/table-schema/). */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly description: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean };
}

/** A table of the Data Package. Cells that say nothing are empty; several values in a cell are parted by `; `. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey?: string;
  /** Columns that hold addresses of the table `entries`. */
  readonly addresses: readonly string[];
  rows(archive: Catalogue): Iterable<readonly Cell[]>;
}

export type Cell = string | number | null | undefined;

const required = { required: true };
const text = (name: string, description: string, constraints?: Field['constraints']): Field => ({
  name,
  type: 'string',
  description,
  ...(constraints && { constraints }),
});
const day = (name: string, description: string): Field => ({ name, type: 'date', description });
const integer = (name: string, description: string): Field => ({ name, type: 'integer', description });

const dates = [
  text('date', 'Date in EDTF (ISO 8601-2)'),
  day('earliest', 'First possible day'),
  day('latest', 'Last possible day'),
];
const dateCells = (date: string | null | undefined): Cell[] => {
  const parsed = date ? parseDate(date) : null;
  return [date, parsed?.earliest, parsed?.latest];
};
const several = (values: readonly string[] | undefined) => values?.join('; ');
const addressIn = (archive: Catalogue, collection: Item['collection'], id: string | undefined) =>
  id === undefined ? undefined : archive.get(collection, id)?.address;

const entries: Table = {
  name: 'entries',
  description: 'Every entry, and every text that is cited and has no record',
  fields: [
    text('address', 'Address of the page, below the origin of the archive', { required: true, unique: true }),
    text('collection', 'Kind of entry; cited-only for a text that has no record', required),
    text('id', 'As other entries refer to it', required),
    text('label', 'What it is called in a line of its own', required),
    text('title', 'Title or subject line, in square brackets where it is the archive’s own', required),
    ...dates,
    text('dated', 'What the date is worth: by number, planned; empty where a source states it'),
  ],
  primaryKey: 'address',
  addresses: [],
  *rows(archive) {
    for (const item of publishedItems(archive)) {
      const { address, collection, id, label, title, date } = item;
      yield [address, collection, id, label, title, ...dateCells(date), datedBy(item)];
    }
    for (const { address, key, label } of archive.citedOnly()) {
      yield [address, 'cited-only', key, label, label, ...dateCells(null), null];
    }
  },
};

const links: Table = {
  name: 'links',
  description: 'Every link between entries: the graph of the archive',
  fields: [
    text('from', 'Address of the entry that makes the link', required),
    text('to', 'Address of the entry it leads to', required),
    text(
      'kind',
      'cites where the text of a document does, mentions where words of the archive do, source, or the field that makes the link',
      required,
    ),
    text('locator', 'Place in the entry that makes the link'),
    text('source', 'Where the link is stated'),
  ],
  addresses: ['from', 'to'],
  *rows(archive) {
    for (const { from, to, kind, locator, source } of publishedEdges(archive)) {
      yield [from.address, to, kind, locator, several(listSources(source ?? undefined))];
    }
  },
};

const documents: Table = {
  name: 'documents',
  description: 'Header facts of Council documents',
  fields: [
    text('address', 'Address of the page', { required: true, unique: true }),
    text('id', 'Id in the register of the Council', required),
    text('number', 'Number as printed', required),
    text('title', 'Subject line', required),
    ...dates,
    text('kind', 'Kind as printed'),
    text('from', 'Who issued it'),
    text('to', 'To whom'),
    text('working_party', 'Address of the working party'),
    text('meeting', 'Address of the meeting'),
    text('marking', 'Distribution marking as printed'),
    text('access', 'How much of it is open', required),
    text('access_decided', 'When access was decided, in EDTF'),
    text('codes', 'Subject codes'),
    text('language', 'Original language'),
    integer('pages', 'Number of pages'),
  ],
  primaryKey: 'address',
  addresses: ['address', 'working_party', 'meeting'],
  *rows(archive) {
    for (const { address, id, title, entry } of archive.list('documents')) {
      const r = entry.record;
      yield [
        ...[address, id, r.number, title, ...dateCells(r.date), r.kind, r.from, r.to],
        addressIn(archive, 'working-parties', r.workingParty),
        addressIn(archive, 'meetings', r.meeting),
        ...[r.marking, r.access.status, r.access.decided, several(r.codes), r.originalLanguage, r.pages],
      ];
    }
  },
};

const actions: Table = {
  name: 'actions',
  description: 'Actions of the action plans',
  fields: [
    text('address', 'Address of the page', { required: true, unique: true }),
    text('id', 'Number of the plan and of the action', required),
    text('plan', 'Address of the plan'),
    text('title', 'What the action is to do'),
    text('status', 'State as far as a source tells'),
    text('status_as_of', 'The date of which the state is told, in EDTF'),
    text('deadline', 'Deadline in EDTF'),
    text('deadline_as_given', 'Deadline in the words of the source'),
  ],
  primaryKey: 'address',
  addresses: ['address', 'plan'],
  *rows(archive) {
    for (const { address, id, entry } of archive.list('actions')) {
      const r = entry.record;
      yield [
        ...[address, id, addressIn(archive, 'action-plans', r.plan), r.title?.value, r.status?.value, r.status?.asOf],
        ...[r.deadline?.date, r.deadline?.asGiven],
      ];
    }
  },
};

const meetings: Table = {
  name: 'meetings',
  description: 'Meetings',
  fields: [
    text('address', 'Address of the page', { required: true, unique: true }),
    text('id', 'Id', required),
    text('title', 'Title', required),
    ...dates,
    text('working_party', 'Address of the working party'),
    text('place', 'Place'),
  ],
  primaryKey: 'address',
  addresses: ['address', 'working_party'],
  *rows(archive) {
    for (const { address, id, title, entry } of archive.list('meetings')) {
      const r = entry.record;
      const party = addressIn(archive, 'working-parties', r.workingParty?.to);
      yield [address, id, title, ...dateCells(r.date?.value), party, r.place?.value];
    }
  },
};

const agenda: Table = {
  name: 'agenda',
  description: 'Items on the agendas of meetings',
  fields: [
    text('meeting', 'Address of the meeting', required),
    text('number', 'Number of the item'),
    text('title', 'Title of the item', required),
    text('note', 'What is known of it'),
    text('documents', 'Ids of its documents'),
    text('actions', 'Ids of its actions'),
    text('source', 'Where it stands', required),
  ],
  addresses: ['meeting'],
  *rows(archive) {
    for (const { address, entry } of archive.list('meetings')) {
      for (const item of entry.record.agenda ?? []) {
        yield [
          ...[address, item.number, item.title, item.note, several(item.documents), several(item.actions)],
          several(listSources(item.source)),
        ];
      }
    }
  },
};

const events: Table = {
  name: 'events',
  description: 'What happened to an entry, or is to happen',
  fields: [
    text('address', 'Address of the entry', required),
    ...dates,
    text('dated', 'by number, where the date is no more than the year of a number'),
    text('as_given', 'The date in the words of the source'),
    text('mode', 'planned where the source looks ahead to it, else reported', required),
    text('title', 'What happened', required),
    text('note', 'More of it'),
    text('meeting', 'Address of the meeting'),
    text('source', 'Where it stands', required),
  ],
  addresses: ['address', 'meeting'],
  *rows(archive) {
    for (const { address, entry } of publishedItems(archive)) {
      const history = 'history' in entry.record ? entry.record.history : undefined;
      for (const event of history ?? []) {
        const { date, byNumber } = dateOfEvent(archive, event);
        const mode = event.mode ?? 'reported';
        yield [
          ...[address, ...dateCells(date), byNumber ? 'by number' : null, event.asGiven, mode, event.title, event.note],
          ...[addressIn(archive, 'meetings', event.meeting), several(listSources(event.source))],
        ];
      }
    }
  },
};

/** The tables of the Data Package. */
export const tables: readonly Table[] = [entries, links, documents, actions, meetings, agenda, events];
