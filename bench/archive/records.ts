import { phrase, sentence } from '../prose.ts';
import type { Random } from '../random.ts';
import { DAYS, dateOf, FIRST_YEAR, YEARS } from './calendar.ts';
import type { Family, Party } from './families.ts';
import type { Action, Plan } from './plans.ts';
import type { Cycle, Kind, RegisterDocument } from './register.ts';

const PUBLIC = 'press-1';
const STATES = 'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const KINDS: Readonly<Record<Kind, readonly [kind: string, from: string]>> = {
  agenda: ['NOTICE OF MEETING AND PROVISIONAL AGENDA', 'General Secretariat of the Council'],
  note: ['NOTE', 'Presidency'],
  plan: ['NOTE', 'Presidency'],
  report: ['REPORT', 'Presidency'],
  outcome: ['OUTCOME OF PROCEEDINGS', 'General Secretariat of the Council'],
};

export function documentRecord(random: Random, document: RegisterDocument): object {
  const { family, cycle, status, day } = document;
  const [kind, from] = KINDS[document.kind];
  return {
    number: document.printed,
    title: phrase(random, random.int(4, 12)),
    date: dateOf(day),
    kind,
    from,
    to: cycle.party.name,
    workingParty: cycle.party.id,
    meeting: meetingId(cycle),
    ...(status === 'public' ? {} : { marking: 'LIMITE' }),
    access: { status, ...(status === 'partial' ? { decided: dateOf(day + 90) } : {}) },
    codes: [document.code],
    originalLanguage: 'en',
    pages: Math.ceil(document.length / 2500),
    ...(document.previous ? { previous: [document.previous] } : {}),
    topics: [...new Set([random.pickEarly(family.topics).id, random.pick(family.topics).id])],
    ...(status === 'reference-only' ? { source: `register:${document.id}` } : {}),
  };
}

export function meetingRecord(random: Random, cycle: Cycle, plan: Plan | undefined): object {
  const papers = cycle.documents.filter(({ id, kind }) => id.endsWith('INIT') && kind !== 'outcome');
  const outcome = cycle.documents.find(({ kind }) => kind === 'outcome');
  const source = outcome ? sourceIn(random, outcome) : PUBLIC;
  return {
    date: { value: dateOf(cycle.day), source: PUBLIC },
    workingParty: { to: cycle.party.id, source: PUBLIC },
    agenda: papers.map(({ id, kind }, index) => ({
      number: String(index + 1),
      title: kind === 'agenda' ? 'Adoption of the agenda' : phrase(random, random.int(3, 8)),
      ...(random.chance(0.5) ? { note: sentence(random) } : {}),
      documents: [id],
      ...(plan && kind === 'note' && random.chance(0.5) ? { actions: [random.pick(plan.actions).id] } : {}),
      source,
    })),
    ...(outcome ? { documents: [{ to: outcome.id, source: PUBLIC }] } : {}),
  };
}

export function planRecord(random: Random, plan: Plan): object {
  const { number, document, meetings, previous } = plan;
  const [first = document.cycle, last = first] = [meetings[0], meetings.at(-1)];
  return {
    number,
    title: { value: `Action plan ${number} of the ${first.party.name}`, source: PUBLIC },
    workingParty: { to: first.party.id, source: PUBLIC },
    period: { value: [...new Set([first, last].map(({ day }) => dateOf(day)))].join('/'), source: PUBLIC },
    ...(previous ? { follows: [{ to: planId(previous), source: PUBLIC }] } : {}),
    documents: [{ to: document.id, source: PUBLIC }],
    topics: [{ to: random.pick(document.family.topics).id, source: sourceIn(random, document) }],
  };
}

export function actionRecord(random: Random, plan: Plan, action: Action): object {
  const { document } = plan;
  const { family } = document;
  const source = () => sourceIn(random, document);
  const leads = new Set(Array.from({ length: random.int(1, 4) }, () => random.pick(STATES)));
  return {
    plan: planId(plan),
    title: { value: phrase(random, random.int(4, 10)), source: source() },
    participants: [
      ...[...leads].map((state, index) => ({ state, role: index === 0 ? 'lead' : 'participant', source: source() })),
      { organisation: random.pick(family.bodies).id, role: 'participant', source: source() },
    ],
    status: { value: random.pick(['open', 'completed', 'continued']), source: source() },
    mandate: { to: document.id, source: source() },
    ...(action.follows ? { follows: [{ to: action.follows, source: source() }] } : {}),
    history: action.events.map(({ meeting, document: told }) => ({
      date: dateOf(meeting.day),
      ...(told.day < meeting.day ? { mode: 'planned' } : {}),
      title: phrase(random, random.int(4, 12)),
      documents: [told.id],
      meeting: meetingId(meeting),
      source: sourceIn(random, told),
    })),
    topics: [{ to: random.pick(family.topics).id, source: source() }],
  };
}

export function partyRecord({ name, abbreviation, from, to, predecessor }: Party): object {
  const period = `${dateOf(from)}/${to < DAYS ? dateOf(to - 1) : '..'}`;
  return {
    names: [{ name, abbreviation, period, source: PUBLIC }],
    ...(predecessor ? { predecessor: { to: predecessor, source: PUBLIC } } : {}),
  };
}

export const bodyRecord = (name: string, abbreviation: string) => ({
  name: { value: name, source: PUBLIC },
  abbreviation: { value: abbreviation, source: PUBLIC },
  kind: 'eu-body',
});

export const glossaryItems = (random: Random, families: readonly Family[]) =>
  families.flatMap(({ terms }) =>
    terms.map(({ name, abbreviation }) => ({
      term: abbreviation,
      expansion: name,
      meaning: sentence(random),
      source: PUBLIC,
    })),
  );

/** The first acts of each family have an entry; the others are only cited. */
export const actItems = (random: Random, families: readonly Family[]) =>
  families.flatMap(({ acts }, family) =>
    acts.slice(0, 4).map((printed, index) => ({
      id: `act-${family + 1}-${index + 1}`,
      title: phrase(random, random.int(5, 12)),
      kind: printed.startsWith('OJ') ? 'resolution' : 'regulation',
      printed: [printed],
      source: 'official-journal',
    })),
  );

export const presidencyItems = () =>
  Array.from({ length: 2 * YEARS }, (_, half) => ({
    id: `${FIRST_YEAR + Math.floor(half / 2)}-${(half % 2) + 1}`,
    state: STATES[(half * 5) % STATES.length],
    source: PUBLIC,
  }));

/** A web page: the source of open facts that no document states. */
export const sourceItems = () => [
  { id: PUBLIC, kind: 'web', publisher: 'Desk', title: 'Who did what', address: 'https://desk.example/' },
];

export const subjectCodeItems = (families: readonly Family[]) =>
  [...new Set(families.map(({ code }) => code))].map((code) => ({
    code,
    meaning: `Papers filed under ${code}`,
    verified: false,
  }));

export const meetingId = ({ day, party }: Cycle) => `${dateOf(day)}-${party.id}`;
export const planId = ({ number }: Plan) => `plan-${number}`;

/** A place in a document, outside what may be withheld of it; of one that is not held what the register says. */
function sourceIn(random: Random, { id, sections, status }: RegisterDocument): string {
  const open = status === 'partial' ? sections - 1 : sections;
  if (status === 'reference-only') return `register:${id}`;
  return open < 1 ? `${id}#header` : `${id}#${random.int(1, open)}`;
}
