import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { find } from '../../src/lib/debian.ts';
import { cslOf } from '../../src/publish/cite/csl.ts';
import { toBibtex, toRis } from '../../src/publish/cite/formats.ts';
import { entryLinkedData } from '../../src/publish/cite/linked-data.ts';
import type { ExportContext } from '../../src/publish/context.ts';
import { exportPlan } from '../../src/publish/files.ts';
import { contentFolder } from '../support/content.ts';
import { PYTHON, READERS } from '../support/debian.ts';
import { editionContext } from '../support/export-context.ts';
import { makeAll } from '../support/made.ts';
import { partitionFolder } from '../support/partition.ts';

const SITE = 'https://archive.example';
const script = fileURLToPath(new URL('../support/readers.py', import.meta.url));
const ready = READERS.every((program) => find(program));

/** What `readers.py` prints. */
interface Read {
  readonly events: readonly { uid: string; summary: string; start: string; faults: readonly string[] }[];
  readonly feed: {
    version: string;
    fault: string | null;
    title: string;
    entries: readonly { id: string; title: string; link: string; updated: string }[];
  };
  readonly graph: number;
  readonly dcat: number;
  readonly linkedData: readonly { id: string; types: readonly string[]; names: readonly string[] }[];
  readonly tables: Readonly<Record<string, { rows: number; header: boolean; even: boolean }>>;
}

/** Programs of others (Debian's icalendar, feedparser, rdflib, bibutils) read what was written. */
describe.skipIf(!ready && !process.env.CI).each(EDITIONS)('what leaves the %s edition, read by others', (edition) => {
  let folder: string;
  let context: ExportContext;
  let read: Read;
  const texts = new Map<string, string>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'enfocustom-readers-'));
    await partitionFolder(contentFolder, edition, join(folder, 'edition'));
    context = editionContext(join(folder, 'edition'), SITE);
    for (const [path, body] of makeAll(exportPlan(context))) {
      if (!/^(?:calendar\.ics|feed\.xml|data\/(?:graph|dcat)\.ttl|data\/csv\/.*|data\/citations\..*)$/.test(path))
        continue;
      texts.set(basename(path), body.toString());
      const file = join(folder, path.replace(/^data\//, ''));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, body);
    }
    const blocks = context.archive
      .all()
      .map((item) => JSON.stringify(entryLinkedData(context.archive, item, cslOf(item, SITE), SITE)));
    await writeFile(join(folder, 'linked-data.jsonl'), blocks.join('\n'));
    read = JSON.parse(execFileSync(PYTHON, [script, folder], { encoding: 'utf8', maxBuffer: 1e8 }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('iCalendar: every event with its day, none with a fault', () => {
    const text = texts.get('calendar.ics') ?? '';
    expect(read.events.length).toBe(text.match(/^BEGIN:VEVENT/gm)?.length);
    expect(read.events.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(read.events.map(({ uid }) => uid)).size).toBe(read.events.length);
    const meeting = read.events.find(({ start }) => start === '2022-11-08');
    expect(meeting?.summary).toContain('LEWP-C');
  });

  test('Atom: well formed, every entry with id, title, link and date', () => {
    const { feed } = read;
    expect({ version: feed.version, fault: feed.fault, title: feed.title }).toMatchObject({
      version: 'atom10',
      fault: null,
    });
    expect(feed.entries.length).toBeGreaterThan(5);
    for (const entry of feed.entries) {
      expect(entry).toEqual({
        id: expect.stringMatching(/\S/),
        title: expect.stringMatching(/\S/),
        link: expect.stringMatching(/^https:\/\/archive\.example\//),
        updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      });
    }
  });

  test('RDF: another reader finds as many statements', () => {
    for (const name of ['graph', 'dcat'] as const) {
      const quads = new Parser({ baseIRI: `${SITE}/` }).parse(texts.get(`${name}.ttl`) ?? '');
      const own = new Set(
        quads.map(({ subject, predicate, object }) => JSON.stringify([subject.value, predicate.value, object])),
      );
      expect(read[name]).toBe(own.size);
      expect(own.size).toBeGreaterThan(10);
    }
  });

  test('JSON-LD: every entry is a thing of its type, with its name', () => {
    const items = context.archive.all();
    expect(read.linkedData).toHaveLength(items.length);
    for (const [index, { id, types, names }] of read.linkedData.entries()) {
      const item = items[index];
      expect({ id, names }).toEqual({ id: SITE + item?.address, names: [item?.title] });
      expect(types.length).toBeGreaterThan(0);
      if (types.includes('Legislation')) expect(item?.collection).toBe('acts');
    }
  });

  test('Data Package: every table has the columns that it says, in every row', () => {
    const tables = Object.entries(read.tables);
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(([, { header, even }]) => !header || !even)).toEqual([]);
    expect(read.tables.documents?.rows).toBe(context.archive.list('documents').length);
  });

  test('BibTeX and RIS: every document and act, with number, title and year', () => {
    const items = [...context.archive.list('documents'), ...context.archive.list('acts')].map((item) =>
      cslOf(item, SITE),
    );
    for (const [program, text] of [
      ['ris2xml', toRis(items)],
      ['bib2xml', toBibtex(items)],
    ] as const) {
      const xml = execFileSync(program, {
        input: text,
        encoding: 'utf8',
        maxBuffer: 1e8,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const mods = xml.split('<mods ').slice(1);
      expect(mods, program).toHaveLength(items.length);
      for (const [index, one] of mods.entries()) {
        const item = items[index];
        const words = (xml: string) =>
          xml
            .replace(/<[^>]*>/g, ' ')
            .replace(/&amp;/g, '&')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/\W+/g, ' ');
        const said = words(one);
        const year = item?.issued?.['date-parts'][0]?.[0];
        for (const part of [item?.title, year && String(year)])
          if (part) expect(said, `${program} ${item?.id}`).toContain(words(part).trim());
      }
    }
  });
});
