import type { Random } from '../random.ts';
import type { Family } from './families.ts';
import type { Plan } from './plans.ts';
import type { Cycle, RegisterDocument } from './register.ts';

/** A reference in a text. */
export interface Citation {
  /** As printed. */
  readonly printed: string;
  /** The document that is meant, where it is one of the archive. */
  readonly document: RegisterDocument | null;
}

/** A length of text that cites once, bytes. */
const A_CITATION = 1800;
const MOST = 60;
/** How many of the last ones are remembered. */
const MEMORY = 300;

/**
 * What the documents of a family cite of it. Price's rule: what was cited is cited again, so that a few gather most and
 * many none. As attention also fades, nobody gathers without end.
 */
class Attention {
  readonly #issued: RegisterDocument[] = [];
  readonly #cited: RegisterDocument[] = [];

  issue(document: RegisterDocument): void {
    remember(this.#issued, document);
  }

  pick(random: Random): RegisterDocument | null {
    const from = this.#cited.length > 0 && random.chance(0.65) ? this.#cited : this.#issued;
    if (from.length === 0) return null;
    const picked = random.pick(from);
    remember(this.#cited, picked);
    return picked;
  }
}

function remember(list: RegisterDocument[], document: RegisterDocument): void {
  list.push(document);
  if (list.length > MEMORY) list.shift();
}

/** Tells of each document what it cites; they are asked in the order of their days. */
export class Citer {
  readonly #random: Random;
  readonly #attention = new Map<Family, Attention>();
  readonly #plans = new Map<Cycle, Plan>();

  constructor(random: Random, plans: readonly Plan[]) {
    this.#random = random;
    for (const plan of plans) for (const meeting of plan.meetings) this.#plans.set(meeting, plan);
  }

  citationsOf(document: RegisterDocument): Citation[] {
    if (document.status === 'reference-only') return [];
    const count = Math.min(MOST, Math.round((document.length / A_CITATION) * (0.4 + 1.2 * this.#random.next())));
    const own = this.#attentionOf(document.family);
    const citations = [...this.#ofMeeting(document)];
    while (citations.length < count) citations.push(this.#cite(document, own));
    own.issue(document);
    return citations;
  }

  /** What came of a meeting names what it had before it. */
  #ofMeeting({ kind, cycle }: RegisterDocument): Citation[] {
    if (kind !== 'outcome') return [];
    const before = cycle.documents.filter((one) => one.kind !== 'outcome' && one.id.endsWith('INIT'));
    return before.map((one) => ({ printed: one.printed, document: one }));
  }

  #cite(document: RegisterDocument, own: Attention): Citation {
    const { family, cycle } = document;
    const random = this.#random;
    const chance = random.next();
    const plan = this.#plans.get(cycle);
    if (plan && chance < 0.2) return other(`Action ${random.pickEarly(plan.actions).id}`);
    if (chance < 0.32) return other(random.pickEarly(family.acts));
    if (chance < 0.4) return other(random.pick(family.notHeld));
    const from = chance < 0.48 ? random.pick([...this.#attention.values()]) : own;
    const cited = from.pick(random);
    return cited ? { printed: cited.printed, document: cited } : other(random.pick(family.notHeld));
  }

  #attentionOf(family: Family): Attention {
    const found = this.#attention.get(family) ?? new Attention();
    this.#attention.set(family, found);
    return found;
  }
}

const other = (printed: string): Citation => ({ printed, document: null });
