import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTexts } from '../../src/search/build/texts.ts';
import { titleKey } from '../../src/search/entry.ts';
import type { EntryRecord } from '../../src/search/entry-list.ts';
import { foldName } from '../../src/search/query/fold.ts';
import type { Manifest } from '../../src/search/source.ts';
import questions from './questions.json' with { type: 'json' };

/** A query with the addresses that answer it. */
export interface KnownItem {
  readonly kind: 'reference' | 'title' | 'title words' | 'name' | 'phrase' | 'slip' | 'sentence';
  readonly query: string;
  readonly answers: readonly string[];
}

const MOST = 250;

/** Queries whose answer is known, made from the entries and pages of a built edition and from questions written by hand. */
export async function knownItems(dist: string): Promise<KnownItem[]> {
  const entries = JSON.parse(await readFile(join(dist, 'search', 'entries.json'), 'utf8')) as EntryRecord[];
  const addresses = new Set(entries.map(({ address }) => address));
  const sentences = questions
    .filter(({ answers }) => answers.some((one) => addresses.has(one)))
    .map(({ query, answers }): KnownItem => ({ kind: 'sentence', query, answers }));
  return [
    ...sample(references(entries)),
    ...sample(titles(entries)),
    ...sample(titleWords(entries)),
    ...sample(names(entries)),
    ...sample(await phrases(dist)),
    ...sample(slips(entries)),
    ...sentences,
  ];
}

/** An even choice, the same every time. */
function sample(items: readonly KnownItem[]): KnownItem[] {
  const step = Math.max(1, items.length / MOST);
  return Array.from({ length: Math.min(MOST, items.length) }, (_, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  );
}

function references(entries: readonly EntryRecord[]): KnownItem[] {
  const item = (query: string, { address }: EntryRecord): KnownItem => ({
    kind: 'reference',
    query,
    answers: [address],
  });
  return entries.flatMap((entry) => {
    const { reference = '', label, kind } = entry;
    const council = /^([A-Z-]+)-(\d+)-(\d{4})-(.+)$/.exec(reference);
    if (council && kind === 'Document') {
      const [, series, number, year = '', suffix] = council;
      const parts = suffix === 'INIT' ? '' : ` ${suffix?.replace(/([A-Z])-(\d)/g, '$1 $2').replaceAll('-', ' ')}`;
      const short = `${number}/${year.slice(2)}${parts}`;
      const spellings = [
        label,
        reference,
        reference.toLowerCase(),
        `${series} ${short}`,
        `${series} ${number} ${year} ${suffix}`,
      ];
      if (series === 'ST')
        spellings.push(`${number}/${year}${parts}`, `doc. ${short}`, short.toLowerCase(), `st${short}`);
      return [...spellings, `what does ${series} ${short} say?`].map((query) => item(query, entry));
    }
    if (kind === 'Action') {
      const id = reference.replace('action ', '');
      return [`Action ${id}`, `action ${id}`, id, `what came of action ${id}?`, `ACTION ${id}`].map((query) =>
        item(query, entry),
      );
    }
    const plan = /^plan (\d+)$/.exec(reference)?.[1];
    if (plan)
      return [`${plan}th Action Plan`, `action plan ${plan}`, `${plan}th AP`].map((query) => item(query, entry));
    if (kind === 'Act' && reference) return [label, label.toLowerCase()].map((query) => item(query, entry));
    const day = /-(\d{2})$/.test(entry.day ?? '') && kind === 'Meeting' ? entry.day : undefined;
    if (!day) return [];
    const [y, m, d] = day.split('-').map(Number);
    const written = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const same = entries.filter((other) => other.day === day && other.kind === 'Meeting').map(({ address }) => address);
    return [day, `${d}.${m}.${y}`, written, `meeting of ${written}`].map(
      (query): KnownItem => ({ kind: 'reference', query, answers: same }),
    );
  });
}

/** Addresses by title: where several entries share one, each of them is right. */
function byTitle(entries: readonly EntryRecord[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { title, address } of entries) {
    const list = found.get(foldName(title)) ?? [];
    list.push(address);
    found.set(foldName(title), list);
  }
  return found;
}

const LONG_TITLES = [
  'Document',
  'Act',
  'Action',
  'Operation',
  'Organisation',
  'Topic',
  'System',
  'Strategy',
  'Recommendation',
  'Guide',
];

function titles(entries: readonly EntryRecord[]): KnownItem[] {
  const answers = byTitle(entries);
  return entries
    .filter(
      ({ kind, title }) =>
        LONG_TITLES.includes(kind) && title.includes(' ') && (answers.get(foldName(title))?.length ?? 0) <= 3,
    )
    .map(({ title }) => ({ kind: 'title', query: title.toLowerCase(), answers: answers.get(foldName(title)) ?? [] }));
}

/** The longest words of a title, in their order. */
function titleWords(entries: readonly EntryRecord[]): KnownItem[] {
  const answers = byTitle(entries);
  return entries.flatMap(({ kind, title }) => {
    const words = title.split(/[^\p{L}\p{N}-]+/u).filter((word) => word.length > 4);
    if (!LONG_TITLES.includes(kind) || words.length < 6 || (answers.get(foldName(title))?.length ?? 0) > 3) return [];
    const longest = [...words].sort((a, b) => b.length - a.length).slice(0, 5);
    const query = words.filter((word, index) => longest.includes(word) && words.indexOf(word) === index).join(' ');
    return [{ kind: 'title words' as const, query, answers: answers.get(foldName(title)) ?? [] }];
  });
}

function names(entries: readonly EntryRecord[]): KnownItem[] {
  const found = new Map<string, { query: string; answers: string[] }>();
  for (const { names, address, kind } of entries) {
    if (!['Term', 'Working party', 'Organisation', 'System'].includes(kind)) continue;
    for (const name of names) {
      const known = found.get(foldName(name)) ?? { query: name, answers: [] };
      known.answers.push(address);
      found.set(foldName(name), known);
    }
  }
  // What bears the name as its title is as right.
  const titled = byTitle(entries);
  const keyed = new Map<string, string[]>();
  for (const { keys, address } of entries) for (const key of keys) keyed.set(key, [...(keyed.get(key) ?? []), address]);
  return [...found].map(([folded, { query, answers }]) => ({
    kind: 'name',
    query,
    answers: [...answers, ...(titled.get(folded) ?? []), ...(keyed.get(titleKey(query)) ?? [])],
  }));
}

/** Six words in a row that one page only has. */
async function phrases(dist: string): Promise<KnownItem[]> {
  const { shards } = JSON.parse(await readFile(join(dist, 'search/index/manifest.json'), 'utf8')) as Manifest;
  const texts = await Promise.all(shards.map((shard) => readTexts(dist, shard)));
  const pages = texts
    .flatMap((shard) => [...shard.values()])
    .map(({ url, content }) => ({
      url,
      words: content.split(/\s+/),
      text: ` ${foldName(content)} `,
    }));
  return pages.flatMap(({ url, words }): KnownItem[] => {
    for (let at = Math.floor(words.length / 2); at + 6 <= words.length; at++) {
      const run = words.slice(at, at + 6);
      if (!run.every((word) => /^[\p{L}-]+[,.]?$/u.test(word))) continue;
      const phrase = ` ${foldName(run.join(' '))} `;
      if (pages.filter((other) => other.text.includes(phrase)).length === 1) {
        return [{ kind: 'phrase', query: `"${run.join(' ')}"`, answers: [url] }];
      }
    }
    return [];
  });
}

/** Titles with two letters of their longest word changed round. */
function slips(entries: readonly EntryRecord[]): KnownItem[] {
  return titles(entries).flatMap(({ query, answers }): KnownItem[] => {
    const [word = ''] = query.split(' ').sort((a, b) => b.length - a.length);
    if (!/^[a-z]{8,}$/.test(word)) return [];
    const slip = word.slice(0, 4) + word.charAt(5) + word.charAt(4) + word.slice(6);
    return slip === word ? [] : [{ kind: 'slip', query: query.replace(word, slip), answers }];
  });
}
