import { describe, expect, it } from 'vitest';
import type { EntryRow } from './entry.ts';
import { Names, onePerThing } from './names.ts';
import type { NamedRow } from './source.ts';

const row = (address: string, kind: EntryRow['kind'], title: string, more: Partial<EntryRow> = {}): EntryRow => {
  return { address, kind, label: title, title, ...more };
};
const unit = row('/organisations/unit/', 'Organisation', 'Lantern Control Unit');
const term = row('/glossary/#term-lcu', 'Term', 'Lantern Control Unit', { label: 'LCU', of: unit.address, page: 't' });
const act = row('/acts/wax-ii/', 'Act', 'Wax II');
const presidencies = ['2009-1', '2022-2'].map((id) =>
  row(`/presidencies/${id}/`, 'Presidency', `Presidency of Czechia, half of ${id}`, { label: `CZ ${id}` }),
);
const list: NamedRow[] = [
  { forms: ['lcu', 'unit for lanterns'], row: unit },
  { forms: [], row: term },
  { forms: [], row: act },
  ...presidencies.map((one) => ({ forms: [], row: one })),
];
const names = new Names(list);
const bearers = (name: string) => names.bearers(name).map(({ address }) => address);

describe('names', () => {
  it.each(['lcu', 'lcus', 'lantern control units', 'control unit lantern', 'lanterncontrolunit', 'lanterns unit'])(
    '%s is the name of the unit',
    (name) => expect(bearers(name)).toContain(unit.address),
  );

  it.each(['wax ii', 'waxii', 'wax 2', 'wax2'])('%s is the name of the act', (name) =>
    expect(bearers(name)).toEqual([act.address]),
  );

  it('are found by a slip, and not by other words', () => {
    expect(names.nearest('lantren control unit')).toBe('lantern control unit');
    expect(names.nearest('lcv')).toBeNull();
    expect(names.nearest('candle control room')).toBeNull();
  });

  it('are suggested by how they begin, a thing once', () => {
    expect(names.startingWith('lan').map(({ address }) => address)).toEqual([unit.address]);
    expect(names.startingWith('contr').map(({ address }) => address)).toEqual([unit.address]);
    expect(names.startingWith('l')).toEqual([]);
  });

  it('of presidencies are found by the state and its people, the newest first', () => {
    const newest = [...presidencies].reverse();
    expect(names.presidencies('documents of the czech presidency')).toEqual(newest);
    expect(names.presidencies('presidency of czechia')).toEqual(newest);
    expect(names.presidencies('german presidency')).toEqual([]);
  });
});

describe('one row for a thing', () => {
  it('is that of the thing, and that of the term where its meaning is asked for', () => {
    expect(onePerThing([term, unit], false)).toEqual([unit]);
    expect(onePerThing([unit, term], true)).toEqual([term]);
  });

  it('is none that another name brought, before those of this name', () => {
    expect(onePerThing([unit, act], false, new Set([unit]))).toEqual([act, unit]);
  });
});
