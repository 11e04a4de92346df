import type { Random } from '../random.ts';
import { DAYS, partOfYear, within, yearOf } from './calendar.ts';
import type { Family, Party } from './families.ts';

export type Kind = 'agenda' | 'note' | 'report' | 'plan' | 'outcome';
export type Status = 'public' | 'partial' | 'limite' | 'reference-only';

/** A document, all but its words. */
export interface RegisterDocument {
  /** `ST-13944-2022-REV-1`. */
  readonly id: string;
  /** `13944/1/22 REV 1`. */
  readonly printed: string;
  /** Running number under its subject code, afresh each year. */
  readonly code: string;
  readonly kind: Kind;
  readonly day: number;
  readonly family: Family;
  readonly cycle: Cycle;
  readonly previous: string | null;
  readonly status: Status;
  /** Bytes of what is written of it, about. */
  readonly length: number;
  readonly sections: number;
  /** Whether its official text is held besides its précis. */
  readonly text: boolean;
}

/** One meeting of a working party, with the documents before and after it. */
export interface Cycle {
  readonly family: Family;
  readonly party: Party;
  readonly day: number;
  /** In the order in which they were issued. */
  readonly documents: RegisterDocument[];
}

/** A document with its versions before they have a number. */
export interface Draft {
  readonly kind: Kind;
  readonly suffixes: readonly string[];
  readonly cycle: Cycle;
  readonly day: number;
}

/** Meetings to a plan: at 80 documents a year one and a half to two years. */
const MEETINGS_A_PLAN = 18;

/**
 * Median length in bytes and spread (sigma of a log-normal). So short notes are many and long reports few; all
 * documents together come to some 9 KB of Markdown in the middle, as those in `content/` that have a text (5 to 32 KB).
 */
const LENGTHS: Readonly<Record<Kind, readonly [median: number, sigma: number]>> = {
  agenda: [1500, 0.4],
  note: [5500, 0.8],
  plan: [16_000, 0.5],
  report: [20_000, 0.8],
  outcome: [8000, 0.6],
};
const LONGEST = 200_000;
const SECTION = 1700;

/** The meetings of a family, with its documents in numbers and versions but without their numbers in the register. */
export function meetingsOf(random: Random, family: Family): Draft[][] {
  const shapes = shapesOf(random, family.documents);
  return shapes.map((shape, index) => {
    const day = dayAt((index + 0.2 + 0.6 * random.next()) / shapes.length);
    const party = family.parties.find(({ to }) => day < to) ?? family.parties.at(-1);
    if (!party) throw new RangeError('a family without a working party');
    const cycle: Cycle = { family, party, day, documents: [] };
    return shape.map(({ kind, suffixes }) => {
      const [first, last] = kind === 'agenda' ? [-21, -10] : kind === 'outcome' ? [5, 30] : [-60, -3];
      return { kind, suffixes, cycle, day: within(day + random.int(first, last)) };
    });
  });
}

type Shape = Pick<Draft, 'kind' | 'suffixes'>;

/** Meetings with their documents until there are `count` of these. */
function shapesOf(random: Random, count: number): Shape[][] {
  const meetings: Shape[][] = [];
  for (let left = count; left > 0; ) {
    const meeting: Shape[] = [];
    const notes = Array.from({ length: random.int(2, 6) }, (): Kind => (random.chance(0.12) ? 'report' : 'note'));
    const first: Kind[] = meetings.length % MEETINGS_A_PLAN === 0 ? ['plan'] : [];
    for (const kind of [...first, ...notes, 'agenda', 'outcome'] as const) {
      const suffixes = suffixesOf(random, kind).slice(0, left);
      left -= suffixes.length;
      if (suffixes.length > 0) meeting.push({ kind, suffixes });
    }
    meetings.push(meeting);
  }
  return meetings;
}

function suffixesOf(random: Random, kind: Kind): string[] {
  const revisions = random.run(kind === 'outcome' ? 0.03 : 0.2, 0.4, 5);
  const additions = random.run(kind === 'agenda' ? 0 : 0.08, 0.35, 4);
  const corrections = random.run(0.05, 0.1, 2);
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
  return ['INIT', ...numbered('REV', revisions), ...numbered('ADD', additions), ...numbered('COR', corrections)];
}

/** A part of all documents from 0 to 1 → the day; three times as many are issued in the last year as in the first. */
const dayAt = (part: number) => within(((Math.sqrt(1 + 8 * part) - 1) / 2) * DAYS);

/**
 * Numbers the documents of all families as the register does, in the order of the days and afresh each year, and adds
 * them to their meetings. Returns them in the order of the days.
 */
export function register(random: Random, drafts: readonly Draft[]): RegisterDocument[] {
  const last = new Map<string, number>();
  const next = (key: string, least: number) => {
    const number = Math.max(least, (last.get(key) ?? 0) + 1);
    last.set(key, number);
    return number;
  };
  const documents: RegisterDocument[] = [];
  for (const draft of [...drafts].sort((a, b) => a.day - b.day)) {
    const { kind, cycle } = draft;
    const series = kind === 'agenda' ? 'CM' : 'ST';
    const year = yearOf(draft.day);
    const [low, many] = series === 'CM' ? [1000, 5000] : [5000, 12_000];
    const number = next(`${series} ${year}`, low + Math.floor(partOfYear(draft.day) * many));
    const status = statusOf(random, kind);
    const held = status !== 'reference-only';
    let previous: string | null = null;
    for (const [index, suffix] of draft.suffixes.entries()) {
      const id = `${series}-${number}-${year}-${suffix}`;
      const [median, sigma] = suffix.startsWith('COR') ? LENGTHS.agenda : LENGTHS[kind];
      const length = Math.min(LONGEST, Math.round(random.logNormal(median, sigma)));
      const document: RegisterDocument = {
        id,
        printed: printed(series, number, year, suffix),
        code: `${cycle.family.code} ${next(`${cycle.family.code} ${year}`, 1)}`,
        kind,
        day: within(draft.day + index * random.int(2, 15)),
        family: cycle.family,
        cycle,
        previous,
        status,
        length,
        sections: held ? Math.max(1, Math.round(length / SECTION)) : 0,
        text: held && random.chance(0.2),
      };
      documents.push(document);
      // An addition or correction belongs to the version before it and replaces none.
      if (suffix === 'INIT' || suffix.startsWith('REV')) previous = id;
    }
  }
  documents.sort((a, b) => a.day - b.day);
  for (const document of documents) document.cycle.documents.push(document);
  return documents;
}

function printed(series: string, number: number, year: number, suffix: string): string {
  const revision = /^REV-(\d+)/.exec(suffix)?.[1];
  const digits = [number, ...(revision ? [revision] : []), String(year).slice(2)].join('/');
  return [...(series === 'ST' ? [] : [series]), digits, ...(suffix === 'INIT' ? [] : [suffix.replace('-', ' ')])].join(
    ' ',
  );
}

function statusOf(random: Random, kind: Kind): Status {
  const chance = random.next();
  if (kind === 'agenda') return chance < 0.95 ? 'public' : 'reference-only';
  if (chance < 0.62) return 'public';
  if (chance < 0.74) return 'partial';
  return chance < 0.93 ? 'limite' : 'reference-only';
}
