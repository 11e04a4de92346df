import type { Random } from '../random.ts';
import type { Cycle, RegisterDocument } from './register.ts';

/** An action plan: what a working party set itself at one meeting, and did until the next plan. */
export interface Plan {
  /**
   * All plans are numbered in one order: an action's number names no working party. A reference in a text has two
   * digits at most, so beyond 99 plans (some 15,000 documents) only records lead to the actions of the later ones.
   */
  readonly number: number;
  readonly meetings: readonly Cycle[];
  readonly document: RegisterDocument;
  readonly previous: Plan | null;
  readonly actions: readonly Action[];
}

export interface Action {
  /** `7.3`. */
  readonly id: string;
  /** What happened to it, one a meeting. */
  readonly events: readonly { readonly meeting: Cycle; readonly document: RegisterDocument }[];
  /** The action of the plan before that it goes on with. */
  readonly follows: string | null;
}

/** Plans as their documents and the meetings between them tell. @param documents in the order of their days */
export function plansOf(random: Random, documents: readonly RegisterDocument[]): Plan[] {
  const begun = documents.filter(({ kind, id }) => kind === 'plan' && id.endsWith('INIT'));
  const starts = new Set(begun.map(({ cycle }) => cycle));
  const meetings = new Map<Cycle, Cycle[]>();
  const current = new Map<unknown, Cycle>();
  const cycles = [...new Set(documents.map(({ cycle }) => cycle))].sort((a, b) => a.day - b.day);
  for (const cycle of cycles) {
    if (starts.has(cycle)) current.set(cycle.family, cycle);
    const start = current.get(cycle.family);
    if (start) meetings.set(start, [...(meetings.get(start) ?? []), cycle]);
  }
  const plans: Plan[] = [];
  const latest = new Map<unknown, Plan>();
  for (const [index, document] of begun.entries()) {
    const number = index + 1;
    const previous = latest.get(document.family) ?? null;
    const during = meetings.get(document.cycle) ?? [document.cycle];
    const actions = Array.from({ length: random.int(8, 12) }, (_, at) => ({
      id: `${number}.${at + 1}`,
      events: eventsOf(random, during),
      follows: previous && random.chance(0.5) ? random.pick(previous.actions).id : null,
    }));
    const plan: Plan = { number, meetings: during, document, previous, actions };
    plans.push(plan);
    latest.set(document.family, plan);
  }
  return plans;
}

function eventsOf(random: Random, meetings: readonly Cycle[]): Action['events'] {
  const chosen = new Set(Array.from({ length: random.int(1, 6) }, () => random.pick(meetings)));
  return [...chosen]
    .sort((a, b) => a.day - b.day)
    .map((meeting) => ({ meeting, document: random.pick(meeting.documents) }));
}
