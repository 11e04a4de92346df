import type { z } from 'zod';
import { actionPlans } from './schema/action-plans.ts';
import { actions } from './schema/actions.ts';
import { actItem } from './schema/acts.ts';
import { documents } from './schema/documents.ts';
import { glossaryItem } from './schema/glossary.ts';
import { guide } from './schema/guide.ts';
import { meetings } from './schema/meetings.ts';
import { operations } from './schema/operations.ts';
import { organisations } from './schema/organisations.ts';
import type { CollectionName } from './schema/parts.ts';
import { presidencyItem } from './schema/presidencies.ts';
import { recommendations } from './schema/recommendations.ts';
import { sourceItem } from './schema/sources.ts';
import { strategies } from './schema/strategies.ts';
import { subjectCodeItem } from './schema/subject-codes.ts';
import { systems } from './schema/systems.ts';
import { texts } from './schema/texts.ts';
import { topics } from './schema/topics.ts';
import { workingParties } from './schema/working-parties.ts';

/** The record of an entry, by collection. */
export interface Records {
  documents: z.infer<typeof documents>;
  texts: z.infer<typeof texts>;
  strategies: z.infer<typeof strategies>;
  'action-plans': z.infer<typeof actionPlans>;
  actions: z.infer<typeof actions>;
  recommendations: z.infer<typeof recommendations>;
  'working-parties': z.infer<typeof workingParties>;
  meetings: z.infer<typeof meetings>;
  operations: z.infer<typeof operations>;
  organisations: z.infer<typeof organisations>;
  systems: z.infer<typeof systems>;
  topics: z.infer<typeof topics>;
  glossary: z.infer<typeof glossaryItem>;
  presidencies: z.infer<typeof presidencyItem>;
  'subject-codes': z.infer<typeof subjectCodeItem>;
  acts: z.infer<typeof actItem>;
  sources: z.infer<typeof sourceItem>;
  guide: z.infer<typeof guide>;
}

export interface Collection {
  readonly schema: z.ZodType;
  /** `folder`: one file an entry, its name the id. `list`: one YAML file that lists all entries. */
  readonly layout: 'folder' | 'list';
  /** Endings of the files, the usual one first. */
  readonly endings: readonly string[];
  /** In a list: the key that names the entry. */
  readonly key?: 'id' | 'term' | 'code';
  /** Entries go by their ids, whatever their dates: actions by number. Others by date, or by name where they have none. */
  readonly byId?: true;
  /** What one entry is called, and several. */
  readonly singular: string;
  readonly plural: string;
}

const folder = (schema: z.ZodType, singular: string, plural: string, endings = ['.yaml', '.yml']): Collection => ({
  schema,
  layout: 'folder',
  endings,
  singular,
  plural,
});
const list = (schema: z.ZodType, key: 'id' | 'term' | 'code', singular: string, plural: string): Collection => ({
  schema,
  layout: 'list',
  endings: ['.yaml', '.yml'],
  key,
  singular,
  plural,
});

/** Every collection of the archive: the only list of them. */
export const collections: Readonly<Record<CollectionName, Collection>> = {
  documents: folder(documents, 'document', 'documents', ['.md']),
  texts: folder(texts, 'official text', 'official texts', ['.md']),
  strategies: folder(strategies, 'strategy', 'strategies'),
  'action-plans': folder(actionPlans, 'action plan', 'action plans'),
  actions: { ...folder(actions, 'action', 'actions'), byId: true },
  recommendations: folder(recommendations, 'recommendation', 'recommendations'),
  'working-parties': folder(workingParties, 'working party', 'working parties'),
  meetings: folder(meetings, 'meeting', 'meetings'),
  operations: folder(operations, 'operation', 'operations'),
  organisations: folder(organisations, 'organisation', 'organisations'),
  systems: folder(systems, 'information system', 'information systems'),
  topics: folder(topics, 'topic', 'topics'),
  glossary: list(glossaryItem, 'term', 'term', 'glossary'),
  presidencies: list(presidencyItem, 'id', 'presidency', 'presidencies'),
  'subject-codes': list(subjectCodeItem, 'code', 'subject code', 'subject codes'),
  acts: list(actItem, 'id', 'act', 'acts'),
  sources: list(sourceItem, 'id', 'source', 'press and web sources'),
  guide: folder(guide, 'guide step', 'guide', ['.mdx']),
};

export const collectionNames = Object.keys(collections) as CollectionName[];

/** An entry as read from `content/`: its record passed the schema of its collection. */
export interface Entry<C extends CollectionName = CollectionName> {
  readonly collection: C;
  /** As other entries refer to it: `ST-13944-2022-INIT`, `7.3`, `2015-07-09-ccwp`. */
  readonly id: string;
  /** Path below the content folder, with `/`. */
  readonly file: string;
  /** Its place in a list file, from 0; absent where the entry has a file of its own. */
  readonly index?: number;
  readonly record: Records[C];
}
