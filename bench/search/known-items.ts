import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Edition } from '../../src/edition/editions.ts';
import { MANIFEST } from '../../src/edition/seal/names.ts';
import type { EntryRecord } from '../../src/search/entry-list.ts';
import { foldName } from '../../src/search/query/fold.ts';

/** Share of the queries answered first, and among the first five. */
type Floor = readonly [first: number, five: number];

/** Queries of one kind, each with the addresses that answer it, and the least that a search has to achieve. */
export interface QueryClass {
  readonly name: string;
  readonly floor: Floor;
  readonly queries: readonly { readonly query: string; readonly answers: readonly string[] }[];
}

type Written = Readonly<
  Record<
    string,
    {
      readonly floors: Readonly<Record<Edition, Floor>>;
      readonly queries: Readonly<Record<string, readonly string[]>>;
    }
  >
>;

/** Queries made of the records are many: an even choice of so many is asked. */
const MOST = 150;

/** The queries that an edition can answer: those of `queries.yaml`, and those made of its own records. */
export async function queryClasses(dist: string): Promise<QueryClass[]> {
  const entries = JSON.parse(await readFile(join(dist, 'search', 'entries.json'), 'utf8')) as EntryRecord[];
  const addresses = new Set(entries.map(({ address }) => address));
  const held = (address: string) => addresses.has(address) || existsSync(join(dist, address, 'index.html'));
  const { edition } = JSON.parse(await readFile(join(dist, MANIFEST), 'utf8')) as { edition: Edition };
  const written = parse(await readFile(join(import.meta.dirname, 'queries.yaml'), 'utf8')) as Written;
  const classes = Object.entries(written).map(([name, { floors, queries }]): QueryClass => {
    const all = Object.entries(queries).map(([query, answers]) => ({ query, answers: answers.filter(held) }));
    return { name, floor: floors[edition], queries: all.filter(({ answers }) => answers.length > 0) };
  });
  return [
    ...classes,
    { name: 'references', floor: [1, 1] as const, queries: sample(references(entries)) },
    { name: 'thing before term', floor: [0.98, 1] as const, queries: thingsBeforeTerms(entries) },
    { name: 'slips in one word', floor: [0.96, 0.97] as const, queries: sample(slips(entries)) },
  ].filter(({ queries }) => queries.length > 0);
}

/** An even choice, the same every time. */
function sample<T>(items: readonly T[]): T[] {
  const step = Math.max(1, items.length / MOST);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** The numbers of documents in several spellings, and of actions. */
function references(entries: readonly EntryRecord[]): QueryClass['queries'] {
  return entries.flatMap(({ address, label, reference = '' }) => {
    const council = /^ST-(\d+)-(\d{4})-INIT$/.exec(reference);
    const [, number, year] = council ?? [];
    const spellings = council
      ? [label, reference.toLowerCase(), `st${label}`, `doc. ${number}/${year}`, `what does ST ${label} say?`]
      : /^Action \d/.test(label)
        ? [label, label.toLowerCase(), label.replace('Action ', ''), `what came of ${label}?`]
        : [];
    return spellings.map((query) => ({ query, answers: [address] }));
  });
}

/** Names of two words and more that a term and a thing bear: the thing is meant. */
function thingsBeforeTerms(entries: readonly EntryRecord[]): QueryClass['queries'] {
  const bearers = new Map<string, EntryRecord[]>();
  for (const entry of entries) {
    for (const name of new Set([entry.title, ...entry.names].map(foldName))) {
      bearers.set(name, [...(bearers.get(name) ?? []), entry]);
    }
  }
  return [...bearers].flatMap(([query, of]) => {
    const kinds = new Set(of.map(({ kind }) => kind));
    if (!query.includes(' ') || !kinds.has('Term') || kinds.size === 1 || kinds.has('Page')) return [];
    return [{ query, answers: of.filter(({ kind }) => kind !== 'Term').map(({ address }) => address) }];
  });
}

/** One-word names with two letters changed round, with one left out, and with one doubled. */
function slips(entries: readonly EntryRecord[]): QueryClass['queries'] {
  const answers = new Map<string, string[]>();
  for (const { names, address } of entries) {
    for (const name of new Set(names.map(foldName))) {
      if (/^[a-z]{6,}$/.test(name)) answers.set(name, [...(answers.get(name) ?? []), address]);
    }
  }
  return [...answers].flatMap(([name, found], index) => {
    const at = 2 + (index % (name.length - 4));
    const [before, one, next, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
    return [`${before}${next}${one}${after}`, `${before}${next}${after}`, `${before}${one}${one}${next}${after}`]
      .filter((query) => !answers.has(query))
      .map((query) => ({ query, answers: found }));
  });
}
