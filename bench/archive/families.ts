import type { Random } from '../random.ts';
import { DAYS, FIRST_YEAR } from './calendar.ts';
import { type Named, Names } from './names.ts';

/** A working party under one of its names. */
export interface Party extends Named {
  /** Its first day, and the day after its last. */
  readonly from: number;
  readonly to: number;
  readonly predecessor: string | null;
}

/**
 * A working party with those before it, and what only its texts speak of. Everything that an entry could gather links
 * from is a family's own, so that no entry grows with the archive once there are several families.
 */
export interface Family {
  readonly parties: readonly Party[];
  readonly documents: number;
  /** The subject code of its documents. */
  readonly code: string;
  readonly topics: readonly Named[];
  readonly bodies: readonly Named[];
  readonly terms: readonly Named[];
  /** As printed, the most cited first. */
  readonly acts: readonly string[];
  /** Numbers of documents that it cites and that are not held. */
  readonly notHeld: readonly string[];
}

const FEWEST = 3;
/** About what is issued to one working party in thirty years: 80 documents a year. */
const DOCUMENTS = 2400;
const CODES = ['ENFOCUSTOM', 'ENFOPOL', 'CRIMORG', 'COSI', 'UD', 'JAI', 'DAPIX', 'GENVAL', 'CORDROGUE', 'FRONT'];

/** Families that share the documents of an archive among them. */
export function familiesOf(random: Random, documents: number): Family[] {
  const count = Math.max(Math.min(FEWEST, documents), Math.ceil(documents / DOCUMENTS));
  const names = new Names(random);
  const weights = Array.from({ length: count }, () => 0.6 + 0.8 * random.next());
  return sharesOf(documents, weights).map((share, index) => ({
    parties: partiesOf(random, names),
    documents: share,
    code: CODES[index % CODES.length] ?? 'JAI',
    topics: several(10, () => names.take(2)),
    bodies: several(5, () => names.take(3)),
    terms: several(Math.min(20, Math.ceil(share / 2)), () => names.take(3)),
    acts: several(24, () => actOf(random)),
    // Of the first year, so that none is later than a document that cites it.
    notHeld: several(Math.ceil(share / 12), () => `SN ${random.int(1000, 5999)}/${two(0)}`),
  }));
}

/** A working party is given a new name, and often other tasks, once or twice in thirty years. */
function partiesOf(random: Random, names: Names): Party[] {
  const changes = Array.from({ length: random.int(1, 2) }, (_, index) => 3000 + index * 3500 + random.int(0, 2000));
  const bounds = [0, ...changes, DAYS];
  const parties: Party[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const predecessor = parties.at(-1)?.id ?? null;
    parties.push({ ...names.take(2, 'Working Party'), from, to: bounds[index + 1] ?? DAYS, predecessor });
  }
  return parties;
}

/** Parts of a whole that are as their weights, and add up to it; none is empty where there is enough for all. */
function sharesOf(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = whole - weights.length;
  let [passed, given] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const until = Math.round((spare * passed) / sum);
    const share = 1 + until - given;
    given = until;
    return share;
  });
}

function actOf(random: Random): string {
  const year = FIRST_YEAR - 1 - random.int(0, 18);
  return random.chance(0.7)
    ? `Regulation (EC) No ${random.int(100, 2999)}/${year}`
    : `OJ C ${random.int(1, 350)}, ${random.int(1, 28)}.${random.int(1, 12)}.${year}, p. 1`;
}

const two = (years: number) => String((FIRST_YEAR + years) % 100).padStart(2, '0');
const several = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);
