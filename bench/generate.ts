import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { body } from './archive/body.ts';
import { Citer } from './archive/citations.ts';
import { familiesOf } from './archive/families.ts';
import { plansOf } from './archive/plans.ts';
import {
  actItems,
  actionRecord,
  bodyRecord,
  documentRecord,
  glossaryItems,
  meetingId,
  meetingRecord,
  partyRecord,
  planId,
  planRecord,
  presidencyItems,
  sourceItems,
  subjectCodeItems,
} from './archive/records.ts';
import { meetingsOf, type RegisterDocument, register } from './archive/register.ts';
import { Random } from './random.ts';

export interface GenerateOptions {
  /** Documents, revisions among them. */
  readonly documents: number;
  readonly seed: number;
}

/** Writes an ordinary archive of any size into a folder; the same bytes for the same options. */
export async function generateArchive(folder: string, options: GenerateOptions): Promise<void> {
  const made = new Set<string>();
  for (const [path, text] of archiveFiles(options)) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    made.add(dirname(file));
    await writeFile(file, text);
  }
}

/**
 * The files of an archive as a register of thirty years would fill it: working parties that follow each other, their
 * meetings every few weeks, the papers of each in versions, plans with their actions, what all of them cite. Its
 * figures are those of the register that this archive is about: some 80 papers a year to a working party, numbers that
 * run afresh each year, a plan in less than two years with about ten actions, a fifth of the papers closed, lengths
 * like those of the texts in `content/`. A larger archive has more working parties, not busier ones: no page but the
 * lists of everything grows with it.
 */
export function* archiveFiles({ documents: count, seed }: GenerateOptions): Generator<readonly [string, string]> {
  const random = new Random(seed);
  const families = familiesOf(random, count);
  const documents = register(random, families.flatMap((family) => meetingsOf(random, family)).flat());
  const plans = plansOf(random, documents);
  const citer = new Citer(random, plans);
  for (const document of documents) yield* documentFiles(random, document, citer);

  const planOf = new Map(plans.flatMap((plan) => plan.meetings.map((meeting) => [meeting, plan] as const)));
  for (const meeting of new Set(documents.map(({ cycle }) => cycle))) {
    yield yaml(`meetings/${meetingId(meeting)}`, meetingRecord(random, meeting, planOf.get(meeting)));
  }
  for (const plan of plans) {
    yield yaml(`action-plans/${planId(plan)}`, planRecord(random, plan));
    for (const action of plan.actions) yield yaml(`actions/${action.id}`, actionRecord(random, plan, action));
  }
  for (const { parties, topics, bodies } of families) {
    for (const party of parties) yield yaml(`working-parties/${party.id}`, partyRecord(party));
    for (const { id, name } of topics) yield yaml(`topics/${id}`, { name });
    for (const { id, name, abbreviation } of bodies) yield yaml(`organisations/${id}`, bodyRecord(name, abbreviation));
  }
  yield yaml('glossary', glossaryItems(random, families));
  yield yaml('acts', actItems(random, families));
  yield yaml('presidencies', presidencyItems());
  yield yaml('sources', sourceItems());
  yield yaml('subject-codes', subjectCodeItems(families));
}

/** Where the official text is held, the précis is a third of it. */
function* documentFiles(
  random: Random,
  document: RegisterDocument,
  citer: Citer,
): Generator<readonly [string, string]> {
  const { id, length, text } = document;
  const name = `${id.toLowerCase()}.md`;
  const citations = citer.citationsOf(document);
  const precis = body(random, { document, length: text ? length / 3 : length, citations, pages: false });
  yield [`documents/${name}`, `${front(documentRecord(random, document))}\n${precis}`];
  if (!text) return;
  const official = body(random, { document, length, citations, pages: true });
  yield [`texts/${name}`, `${front({ importer: 1, language: 'en' })}\n${official}`];
}

const written = (value: object) => stringify(value, { lineWidth: 0 });
const front = (record: object) => `---\n${written(record)}---\n`;
const yaml = (path: string, value: object) => [`${path}.yaml`, written(value)] as const;
