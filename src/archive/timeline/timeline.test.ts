import { describe, expect, test } from 'vitest';
import { Catalogue } from '../catalogue.ts';
import type { Entry, Records } from '../collections.ts';
import type { CollectionName } from '../schema/parts.ts';
import { lineageOf } from './lineage.ts';
import { Timelines } from './timeline.ts';

function entry<C extends CollectionName>(collection: C, id: string, record: Records[C]) {
  return { entry: { collection, id, file: `${collection}/${id}`, record } as Entry, citations: [] };
}
const SOURCE = 'ST-14001-2019-INIT';
const fact = <T>(value: T) => ({ value, source: SOURCE });
const to = (id: string) => ({ to: id, source: SOURCE });
const plan = (number: number, more: Partial<Records['action-plans']> = {}) =>
  entry('action-plans', `wp-${number}`, { number, workingParty: to('middle'), ...more });

const inputs = [
  entry('working-parties', 'old', {
    names: [{ name: 'Old Group', source: SOURCE }],
    history: [{ date: '1992', title: 'Report', source: SOURCE }],
  }),
  entry('working-parties', 'middle', {
    names: [{ name: 'Middle Group', abbreviation: 'MG', source: SOURCE }],
    predecessor: to('old'),
  }),
  entry('working-parties', 'new', {
    names: [{ name: 'New Group', abbreviation: 'NG', period: '2020/..', source: SOURCE }],
    predecessor: to('middle'),
  }),
  entry('working-parties', 'other', { names: [{ name: 'Other Group', source: SOURCE }] }),
  entry('documents', SOURCE, {
    number: '14001/19',
    title: 'Paper',
    date: '2019-05-02',
    workingParty: 'middle',
    access: { status: 'public' },
  }),
  entry('documents', 'ST-14002-2018-INIT', {
    number: '14002/18',
    title: 'Cited',
    workingParty: 'middle',
    access: { status: 'reference-only' },
  }),
  entry('documents', 'ST-14003-2021-INIT', {
    number: '14003/21',
    title: 'Elsewhere',
    workingParty: 'other',
    access: { status: 'public' },
  }),
  entry('meetings', '2019-05-06-mg', { date: fact('2019-05-06'), workingParty: to('middle') }),
  plan(1),
  plan(2, {
    period: fact('../2015-12-31'),
    history: [{ date: '2015-07-09', title: 'Stock is taken', source: SOURCE }],
  }),
  plan(3, {
    history: [
      { date: '2019', title: 'Report on it', source: SOURCE },
      { date: '2022-12-06', title: 'Looked back on', source: SOURCE },
    ],
  }),
  plan(4, { period: fact('2020/2021') }),
  entry('actions', '2.1', {
    plan: 'wp-2',
    deadline: { date: '2015-12', asGiven: 'in December', source: SOURCE },
    topics: [to('cash')],
    history: [
      { date: '2015-07-09', title: 'First of the day', source: SOURCE },
      { date: '2015-07-09', title: 'Second of the day', source: SOURCE },
      { meeting: '2019-05-06-mg', title: 'Heard of at a meeting', source: SOURCE },
      { title: 'Nobody knows when', source: SOURCE },
    ],
  }),
  entry('actions', '4.1', { plan: 'wp-4', follows: [to('2.1')] }),
  entry('topics', 'cash', { name: 'Cash' }),
  entry('strategies', '2012', { adopted: fact('2012-12-06') }),
  entry('strategies', '2019', { adopted: fact('2019-03-05'), supersedes: [to('2012')] }),
];
const archive = new Catalogue(inputs);
const timelines = new Timelines(archive);
const party = (id: string) => {
  const found = archive.get('working-parties', id);
  if (!found) throw new Error(id);
  return found;
};
const all = timelines.of(null);
const byId = (id: string) => all.find((event) => event.id === id);

describe('a working party', () => {
  test('has one life across its names, asked from any of them', () => {
    for (const id of ['old', 'middle', 'new']) {
      expect(lineageOf(archive, party(id)).map((one) => one.id)).toEqual(['old', 'middle', 'new']);
    }
    const lives = timelines.of(party('middle')).filter(({ shape }) => shape === 'life');
    expect(lives.map(({ label, date, known }) => [label, date, known])).toEqual([
      ['NG', '2020/..', undefined],
      ['MG', null, { first: '2018', last: '2019-05-06', sure: { from: '2018-12-31', to: '2019-05-06' } }],
      ['Old Group', null, { first: '1992', last: '1992', sure: null }],
    ]);
  });

  test('has what is its own and its predecessors’, and nothing of another', () => {
    const titles = timelines.of(party('new')).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Paper', 'Cited', 'Stock is taken', 'First of the day']));
    expect(titles).not.toContain('Elsewhere');
  });

  test('ends where its line of predecessors closes on itself', () => {
    const circle = new Catalogue([
      entry('working-parties', 'a', { names: [{ name: 'A', source: SOURCE }], predecessor: to('b') }),
      entry('working-parties', 'b', { names: [{ name: 'B', source: SOURCE }], predecessor: to('a') }),
    ]);
    const a = circle.get('working-parties', 'a');
    expect(a && lineageOf(circle, a)).toHaveLength(2);
  });
});

describe('dates', () => {
  test('a document without one stands in the year of its number, and says so', () => {
    expect(byId('documents.st-14002-2018-init')).toMatchObject({ date: '2018', byNumber: true });
    expect(byId('documents.st-14001-2019-init')).toMatchObject({ date: '2019-05-02', byNumber: false });
  });

  test('a plan without a period has no date and no source, but what is known to lie in it', () => {
    const nothing = { date: null, sources: [] };
    expect(byId('action-plans.wp-3')).toMatchObject({ ...nothing, known: { first: '2019', last: '2022-12-06' } });
    expect(byId('action-plans.wp-2')).toMatchObject({ date: '../2015-12-31', sources: [SOURCE] });
    expect(byId('action-plans.wp-1')).toMatchObject({ ...nothing, known: undefined });
  });

  test('what was planned and the date of a figure bear witness to nothing', () => {
    const planned: Partial<Records['action-plans']> = {
      figures: [{ value: 11, label: 'Heads', asOf: '2019-06', source: SOURCE }],
      history: [
        { date: '2020', mode: 'planned', title: 'Report due', source: SOURCE },
        { date: '2021', title: 'Report', source: SOURCE },
      ],
    };
    const [one] = new Timelines(new Catalogue([plan(7, planned)])).of(null).filter(({ shape }) => shape === 'bar');
    expect(one).toMatchObject({ date: null, known: { first: '2021', last: '2021' } });
  });

  test('an event about one document has its date, and says where that is the year of the number', () => {
    const history = [{ title: 'Report', documents: ['ST-14002-2018-INIT'], source: SOURCE }];
    const report = inputs.filter(({ entry: { id } }) => id === 'ST-14002-2018-INIT');
    const events = new Timelines(new Catalogue([...report, plan(7, { history })])).of(null);
    expect(events.find(({ title }) => title === 'Report')).toMatchObject({ date: '2018', byNumber: true });
  });

  test('a strategy is dated by its adoption only', () => {
    expect(byId('strategies.2012')?.date).toBe('2012-12-06');
    expect(byId('strategies.2019')?.date).toBe('2019-03-05');
  });

  test('an event takes the date of its meeting; without any it is undated and comes last', () => {
    expect(all.find(({ title }) => title === 'Heard of at a meeting')?.date).toBe('2019-05-06');
    expect(all.slice(all.findIndex(({ date }) => date === null)).every(({ date }) => date === null)).toBe(true);
  });

  test('a deadline is an event of its action', () => {
    const deadline = { date: '2015-12', asGiven: 'in December', planned: true };
    expect(byId('actions.2.1.deadline')).toMatchObject(deadline);
  });
});

describe('ids', () => {
  test('are unique, and safe in an address', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9.-]+$/.test(id))).toEqual([]);
  });

  test('stay when an event before theirs is closed to an edition', () => {
    const without = inputs.map((input) => {
      if (input.entry.id !== '2.1') return input;
      const record = input.entry.record as Records['actions'];
      return entry('actions', '2.1', { ...record, history: record.history?.slice(1) });
    });
    const before = all.find(({ title }) => title === 'Second of the day');
    const after = new Timelines(new Catalogue(without)).of(null).find(({ title }) => title === 'Second of the day');
    expect(after?.id).toBe(before?.id);
    expect(before?.id).toBe('actions.2.1.2015-07-09.second-of-the-day');
  });
});

test('an action has its plan, its own events by their words, and the action that took it up', () => {
  const action = archive.get('actions', '2.1');
  const events = action ? timelines.of(action) : [];
  expect(events.map(({ label }) => label)).toEqual(expect.arrayContaining(['Plan 2', 'First of the day']));
});

test('an action in a long lineage has the events of the nearest, so that work grows with the archive and no faster', () => {
  const most = (length: number) => {
    const lineage = Array.from({ length }, (_, index) => {
      const follows = index > 0 ? [to(`${index}.1`)] : [];
      const history = [{ date: String(1900 + index), title: `Event ${index}`, source: SOURCE }];
      return entry('actions', `${index + 1}.1`, { plan: 'wp-1', follows, history });
    });
    const long = new Catalogue(lineage);
    const timelines = new Timelines(long);
    const middle = long.get('actions', `${length / 2}.1`);
    const years = middle ? timelines.of(middle).map(({ date }) => Number(date)) : [];
    expect(Math.max(...years) - Math.min(...years)).toBe(years.length - 1);
    return Math.max(...long.list('actions').map((action) => timelines.of(action).length));
  };
  expect(most(100)).toBe(most(50));
});

test('a topic has the events of what names it', () => {
  const topic = archive.get('topics', 'cash');
  expect((topic ? timelines.of(topic) : []).map(({ title }) => title)).toContain('First of the day');
});
