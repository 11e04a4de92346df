import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { phrase, sentence } from './prose.ts';
import { Random } from './random.ts';

export interface GenerateOptions {
  /** Documents, revisions among them. */
  readonly documents: number;
  readonly seed: number;
}

/** Names and numbers that the parts of a generated archive share. */
interface World {
  readonly random: Random;
  readonly documents: readonly GeneratedDocument[];
  readonly actions: readonly string[];
  readonly meetings: readonly string[];
}

interface GeneratedDocument {
  readonly id: string;
  readonly printed: string;
  readonly date: string;
  readonly previous: string | null;
  readonly status: 'public' | 'partial' | 'limite' | 'reference-only';
}

const ACTIONS_A_PLAN = 10;
const TOPICS = 20;
const ORGANISATIONS = 15;
const SECTIONS = 5;

/**
 * Writes an ordinary archive of any size: documents that cite each other, with revisions and withheld portions,
 * actions of plans, meetings. The same bytes for the same options.
 */
export async function generateArchive(folder: string, { documents: count, seed }: GenerateOptions): Promise<void> {
  const random = new Random(seed);
  const plans = Math.max(1, Math.round(count / 50));
  const world: World = {
    random,
    documents: documentsOf(random, count),
    actions: range(plans).flatMap((plan) => range(ACTIONS_A_PLAN).map((n) => `${plan}.${n}`)),
    meetings: range(Math.max(1, Math.round(count / 10))).map((n) => `${dayOf(n)}-group-${n}`),
  };
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  const record = (file: string, value: object) => write(file, stringify(value, { lineWidth: 0 }));
  for (const document of world.documents) {
    await write(`documents/${document.id.toLowerCase()}.md`, documentText(world, document));
  }
  for (const id of world.actions) await record(`actions/${id}.yaml`, actionRecord(world, id));
  for (const id of world.meetings) await record(`meetings/${id}.yaml`, meetingRecord(world, id));
  for (const plan of range(plans)) await record(`action-plans/plan-${plan}.yaml`, planRecord(plan));
  for (const n of range(TOPICS)) await record(`topics/topic-${n}.yaml`, { name: `${phrase(random, 2)} ${n}` });
  for (const n of range(ORGANISATIONS)) {
    await record(`organisations/body-${n}.yaml`, {
      name: { value: `${phrase(random, 3)} ${n}`, source: 'public-record' },
      kind: 'eu-body',
    });
  }
  await record('working-parties/wpb.yaml', {
    names: [{ name: 'Working Party on Benchmarks', abbreviation: 'WPB', source: 'public-record' }],
  });
  await record(
    'glossary.yaml',
    range(40).map((n) => ({ term: `TRM${n}`, meaning: sentence(random), source: 'public-record' })),
  );
}

function documentsOf(random: Random, count: number): GeneratedDocument[] {
  const documents: GeneratedDocument[] = [];
  for (let n = 0; documents.length < count; n++) {
    const year = 1998 + (n % 27);
    const number = 5000 + Math.floor(n / 27);
    const base = {
      id: `ST-${number}-${year}-INIT`,
      printed: `${number}/${String(year).slice(2)}`,
      date: `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
      previous: null,
      status: statusOf(random.next()),
    };
    documents.push(base);
    if (documents.length === count || !random.chance(0.15)) continue;
    documents.push({
      ...base,
      id: `ST-${number}-${year}-REV-1`,
      printed: `${number}/1/${String(year).slice(2)} REV 1`,
      previous: base.id,
    });
  }
  return documents;
}

function statusOf(chance: number): GeneratedDocument['status'] {
  if (chance < 0.7) return 'public';
  if (chance < 0.8) return 'partial';
  return chance < 0.92 ? 'limite' : 'reference-only';
}

function documentText(world: World, { printed, date, previous, status }: GeneratedDocument): string {
  const { random, documents } = world;
  const held = status !== 'reference-only';
  const fields = {
    number: printed,
    title: phrase(random, random.int(4, 10)),
    date,
    kind: random.pick(['NOTE', 'OUTCOME OF PROCEEDINGS', 'REPORT']),
    from: 'Presidency',
    to: 'Working Party on Benchmarks',
    workingParty: 'wpb',
    ...(status === 'public' ? {} : { marking: 'LIMITE' }),
    access: { status },
    codes: [`ENFOCUSTOM ${random.int(1, 200)}`],
    originalLanguage: 'en',
    ...(previous ? { previous: [previous] } : {}),
    topics: [`topic-${random.int(1, TOPICS)}`],
    ...(held ? {} : { source: 'register' }),
  };
  const head = `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
  if (!held) return head;
  const sections = range(SECTIONS).map((n) => {
    const withheld =
      status === 'partial' && n === SECTIONS ? `\n:::withheld{pages="${n}"}\n${sentence(random)}\n:::\n` : '';
    return `\n## ${n}. ${phrase(random, 4)}\n\n${sentence(random)}\n\n${paragraphs(world, documents)}${withheld}`;
  });
  return head + sections.join('');
}

function paragraphs({ random, actions }: World, documents: readonly GeneratedDocument[]): string {
  return range(random.int(2, 5))
    .map((n) => {
      const sentences = [sentence(random), sentence(random), sentence(random)];
      if (random.chance(0.5)) sentences.push(`See ${random.pick(documents).printed} on this.`);
      if (random.chance(0.2)) sentences.push(`This belongs to Action ${random.pick(actions)}.`);
      return `${n}. ${sentences.join(' ')}\n`;
    })
    .join('');
}

/** A place in a document that has a précis; facts come from what is held. */
function sourceIn({ random, documents }: World): string {
  for (let tries = 0; tries < 50; tries++) {
    const { id, status } = random.pick(documents);
    if (status !== 'reference-only') return `${id}#${random.int(1, SECTIONS - 1)}`;
  }
  return 'public-record';
}

function actionRecord(world: World, id: string): object {
  const { random } = world;
  const [plan = '', number = ''] = id.split('.');
  const before = Number(plan) > 1 ? `${Number(plan) - 1}.${number}` : null;
  return {
    plan: `plan-${plan}`,
    title: { value: phrase(random, random.int(3, 8)), source: sourceIn(world) },
    participants: [
      { state: random.pick(['DE', 'FR', 'NL', 'PL', 'SE']), role: 'lead', source: sourceIn(world) },
      { organisation: `body-${random.int(1, ORGANISATIONS)}`, role: 'participant', source: sourceIn(world) },
    ],
    ...(before ? { follows: [{ to: before, source: sourceIn(world) }] } : {}),
    history: range(random.int(1, 5)).map(() => ({
      date: dayOf(random.int(1, 8000)),
      title: sentence(random),
      documents: [random.pick(world.documents).id],
      source: sourceIn(world),
    })),
    topics: [{ to: `topic-${random.int(1, TOPICS)}`, source: sourceIn(world) }],
  };
}

function meetingRecord(world: World, id: string): object {
  const { random } = world;
  return {
    date: { value: id.slice(0, 10), source: 'public-record' },
    workingParty: { to: 'wpb', source: 'public-record' },
    agenda: range(random.int(3, 8)).map((n) => ({
      number: String(n),
      title: phrase(random, 6),
      documents: [random.pick(world.documents).id],
      actions: [random.pick(world.actions)],
      source: sourceIn(world),
    })),
  };
}

function planRecord(plan: number): object {
  return {
    number: plan,
    title: { value: `Action plan ${plan}`, source: 'public-record' },
    workingParty: { to: 'wpb', source: 'public-record' },
    ...(plan > 1 ? { follows: [{ to: `plan-${plan - 1}`, source: 'public-record' }] } : {}),
  };
}

const range = (length: number) => Array.from({ length }, (_, index) => index + 1);
const two = (n: number) => String(n).padStart(2, '0');

/** The nth day after 1 January 1998. */
function dayOf(n: number): string {
  return new Date(Date.UTC(1998, 0, 1 + n)).toISOString().slice(0, 10);
}
