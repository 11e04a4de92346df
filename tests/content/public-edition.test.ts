import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/archive/collections.ts';
import { readArchive } from '../../src/archive/read.ts';
import { findReferences, keyOf } from '../../src/archive/reference/index.ts';
import { listSources, OPEN_SOURCES, parseSource } from '../../src/archive/source.ts';
import { type PartEntry, partOf } from '../../src/edition/part.ts';
import { isDocument, isOpenDocument } from '../../src/edition/sources.ts';
import { contentFolder } from '../support/content.ts';
import { factsIn } from '../support/facts.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

/*
 * The partition shows a fact where one of its sources is open. That the open one says it alone is for the editor to see
 * to: here it is tried on what the LIMITE documents name and no open one does.
 */

/** Names of LIMITE documents that may stand in open records, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  CRIMORG: 'a subject code of the header of 15116/22',
  EC: 'in numbers of acts',
  Organisation: 'another spelling of Organization',
  System: 'in the name of CRMS 2, which 13944/22 has',
  Decision: 'the kind of an act',
  Community: 'in the title of an act of the Official Journal',
  Home: 'in the name of justice and home affairs, as is the next',
  Affairs: '',
  State: 'in Member State',
  Information: 'in the meaning of a subject code',
  MoUs: 'a plural in the glossary',
  OAP: 'the singular of OAPs, which open documents have',
  Schengen: 'in the meaning of a subject code',
  Russia: 'the country of the Russian army, which 13944/22 names',
};

let part: readonly PartEntry[];
let kept: readonly Entry[];
beforeAll(async () => {
  part = partOf(await readArchive(contentFolder), 'public');
  kept = part.map(({ entry }) => entry);
});

/** Whether a source is one that anybody can look up outside the archive. */
function isOutside(source: string): boolean {
  const { id, register } = parseSource(source);
  return register || OPEN_SOURCES.has(id) || kept.some((entry) => entry.collection === 'sources' && entry.id === id);
}

/** The strings of a record, without those that rest on something anybody can look up. */
function* stringsIn(value: unknown, publicToo: boolean): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  const { source } = value as { source?: string | string[] };
  if (!publicToo && listSources(source).some(isOutside)) return;
  for (const [key, item] of Object.entries(value)) if (key !== 'source') yield* stringsIn(item, publicToo);
}

test('no open fact tells of a LIMITE document', () => {
  const limite = new Set(kept.flatMap((e) => (isDocument(e) && !isOpenDocument(e) && isHeld(e) ? [e.id] : [])));
  expect(limite.size).toBeGreaterThan(0);
  const telling = kept
    .filter(({ id, collection }) => !(collection === 'documents' && limite.has(id)))
    .flatMap(({ collection, id, record }) =>
      [...stringsIn(record, true)]
        .filter((text) => findReferences(text).some(({ reference }) => limite.has(keyOf(reference))))
        .map((text) => `${collection}/${id}: ${text}`),
    );
  expect(telling).toEqual([]);
});

const isHeld = ({ record }: Entry<'documents'>) => record.access.status !== 'reference-only';

describe.skipIf(!haveSeeds)('what only LIMITE documents name', () => {
  test('stands in no open record', async () => {
    const isLimite = ({ text }: { text: string }) => /^LIMITE$/m.test(text) && !/PARTIALLY ACCESSIBLE/.test(text);
    const namesIn = (texts: readonly string[]) => texts.flatMap((text) => [...factsIn(text).names]);
    const seeds = readSeeds();
    // The précis of an open document is made of what that document says.
    const precis = part.flatMap(({ entry, body }) => (isDocument(entry) ? [body()] : []));
    const open = new Set(
      [...namesIn(seeds.filter((seed) => !isLimite(seed)).map(({ text }) => text)), ...namesIn(precis)].map((name) =>
        name.toLowerCase(),
      ),
    );
    const closed = new Set(
      namesIn(seeds.filter(isLimite).map(({ text }) => text)).filter((n) => !open.has(n.toLowerCase())),
    );
    expect(closed.size).toBeGreaterThan(100);
    const found = kept.flatMap(({ collection, id, record }) =>
      namesIn([...stringsIn(record, false)])
        .filter((name) => closed.has(name) && !(name in EXCEPTIONS))
        .map((name) => `${name} in ${collection}/${id}`),
    );
    expect(found).toEqual([]);
  });
});
