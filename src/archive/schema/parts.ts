import { z } from 'zod';
import { isDate } from '../date.ts';

/**
 * The pieces every collection is made of. The rule behind them: *a fact names its source*. Whatever carries a
 * `source` is shown in an edition only where one of its sources is open there (`src/edition`). A field that neither
 * carries a source nor stands beside one says itself who may see it, by `shown`; one that says nothing is shown to
 * nobody but the delegates, and a test names it (`src/archive/disclosure.ts`).
 */

/**
 * Who may see a field without a source.
 * - `header`: everybody, wherever the entry itself is shown; of a document, what the public register says of it.
 * - `document`: everybody, where the document that bears it is open.
 * - `delegates`: nobody else.
 */
export type Shown = 'header' | 'document' | 'delegates';

/** Gives a field without a source its class. */
export const shown = <T extends z.ZodType>(to: Shown, schema: T): T => schema.meta({ shown: to }) as T;

/** A date of any precision in EDTF; see `parseDate`. */
export const date = z
  .string()
  .refine(isDate, { error: (issue) => `"${String(issue.input)}" is not a date of the calendar` })
  .meta({
    description: 'A date in EDTF: 2022-11-03, 2022-11, 2022, 2022-41 (second half), ../2015-12-31, 1997-07-15/..',
  });

/** The names of the collections: folders and files of `content/`. */
export type CollectionName =
  | 'documents'
  | 'texts'
  | 'strategies'
  | 'action-plans'
  | 'actions'
  | 'recommendations'
  | 'working-parties'
  | 'meetings'
  | 'operations'
  | 'organisations'
  | 'systems'
  | 'topics'
  | 'glossary'
  | 'presidencies'
  | 'subject-codes'
  | 'acts'
  | 'sources'
  | 'guide';

/** The id of an entry of another collection: `check` follows it. */
export const idIn = (collection: CollectionName) =>
  z
    .string()
    .min(1)
    .meta({ collection, description: `The id of an entry in ${collection}` });

/** `ST-13944-2022-INIT`: series, number, year, suffix, as in the Council register. */
export const documentId = idIn('documents').regex(
  /^[A-Z]{2,5}(-[A-Z]{3,5})?-\d{1,6}-(19|20)\d{2}-(INIT|[A-Z]{2,3}-\d{1,3}(-[A-Z]{2,3}-\d{1,3})*)$/,
  'a document id has the register form, for example ST-13944-2022-INIT or ST-9710-1997-REV-1',
);

/**
 * Where a fact stands, in one of these forms:
 * - a document or act of the archive and, behind `#`, the section, paragraph or item: `ST-15116-2022-INIT#2.1-4`;
 * - `register:` and a document: what the Council's public register says of it;
 * - a press release or web page of `sources.yaml`;
 * - `official-journal`, of an act that is printed there: the place is among its printed forms;
 * - `general-knowledge`, of an explanation of ours in the glossary.
 */
export const source = z
  .string()
  .regex(
    /^(register:)?[A-Za-z0-9-]+$|^[A-Za-z0-9-]+#[a-z0-9.-]+$/,
    'a source is an id, and behind # a section: ST-15116-2022-INIT#2.1-4',
  )
  .meta({
    source: true,
    description:
      'Where the fact stands: ST-15116-2022-INIT#2.1-4, register:ST-11984-2013-INIT, an act, a press or web source',
  });

/** One source, or several that each support the fact. */
export const sources = z.union([source, z.array(source).min(1)]);

/** Plain text with inline Markdown; never empty. */
export const text = z.string().trim().min(1);

/** What a thing is called elsewhere. The archive's own help to those who look for it: it states nothing of the thing. */
export const called = {
  also: shown('header', z.array(text).optional().describe('What readers call it, besides its names')),
  translations: z
    .strictObject({
      fr: shown('header', z.array(text).optional()),
      de: shown('header', z.array(text).optional()),
    })
    .optional()
    .describe('Its names in other official languages'),
};

/**
 * What a fact says about itself. All of it is shown where the fact is; what is inferred, only where everything that
 * it rests on is open (`src/edition/prune.ts`).
 */
const certainty = {
  inferred: text.optional().describe('Why we conclude it from its sources, which do not say it themselves'),
  mode: z
    .enum(['planned', 'reported'])
    .optional()
    .describe('planned: the source looks ahead to it; left out, the source reports it'),
};

/** A value with its source: `{ value: DE, source: ST-10784-2015-INIT#4 }`. */
export const fact = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, source: sources, asOf: date.optional(), ...certainty, note: text.optional() });

/** A title or name with its source; `by: archive` where the words are ours. */
export const titleBy = z
  .enum(['archive'])
  .optional()
  .describe('archive: the words are ours, since no source gives any; pages print them in square brackets');
export const title = z.strictObject({
  value: text,
  by: titleBy,
  source: sources,
  inferred: certainty.inferred,
  note: text.optional(),
});

/** A link to another entry, with the source that states it. */
export const relation = (collection: CollectionName) =>
  z.strictObject({ to: idIn(collection), source: sources, ...certainty, note: text.optional() });

/** A paragraph in our own words. */
export const note = z.strictObject({ text, source: sources });

/** A number somebody stated, with what it counts. */
export const figure = z.strictObject({
  value: z.union([z.number(), text]),
  label: text,
  asOf: date.optional(),
  source: sources,
});

/** A small table of facts. */
export const table = z.strictObject({
  title: text,
  columns: z.array(text).min(1),
  rows: z.array(z.array(z.union([text, z.number()]))).min(1),
  source: sources,
});

/** Something that happened, or was to happen, to an entry. */
export const event = z.strictObject({
  date: date.optional().describe('Left out where no source gives one: then that of its meeting or document counts'),
  mode: certainty.mode,
  asGiven: text.optional().describe('The date as the source words it: "by the end of 2015"'),
  title: text,
  note: text.optional(),
  documents: z.array(documentId).optional(),
  meeting: idIn('meetings').optional(),
  source: sources,
});

/** Who does what: exactly one of the four says who. */
export const participant = z
  .strictObject({
    state: z
      .string()
      .regex(/^[A-Z]{2}$/, 'two capital letters, for example DE')
      .optional(),
    organisation: idIn('organisations').optional(),
    workingParty: idIn('working-parties').optional(),
    name: text.optional(),
    role: z.enum(['lead', 'co-lead', 'participant', 'rapporteur', 'addressee', 'proposer']),
    note: text.optional(),
    source: sources,
  })
  .refine((p) => [p.state, p.organisation, p.workingParty, p.name].filter(Boolean).length === 1, {
    error: 'say who with exactly one of state, organisation, workingParty, name',
  });

/** A node of a strategy's or programme's tree of objectives: `1` → `1/b` → `3/a/i`. */
export interface Objective {
  id: string;
  title?: string | undefined;
  text: string;
  source: string | string[];
  children?: Objective[] | undefined;
}
export const objective: z.ZodType<Objective> = z.strictObject({
  id: z.string().regex(/^[0-9a-z]+(\/[0-9a-z]+)*$/),
  title: text.optional(),
  text,
  source: sources,
  get children() {
    return z.array(objective).optional();
  },
});

/** What any record that is not a document may carry besides its own fields. */
export const apparatus = {
  notes: z.array(note).optional(),
  figures: z.array(figure).optional(),
  tables: z.array(table).optional(),
  history: z.array(event).optional(),
  topics: z.array(relation('topics')).optional(),
  documents: z.array(relation('documents')).optional(),
  organisations: z.array(relation('organisations')).optional(),
  operations: z.array(relation('operations')).optional(),
  systems: z.array(relation('systems')).optional(),
  meetings: z.array(relation('meetings')).optional(),
  actions: z.array(relation('actions')).optional(),
  acts: z.array(relation('acts')).optional(),
};
