import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENCODINGS } from '../../src/edition/proof/decode.ts';
import { describeFindings } from '../../src/edition/proof/report.ts';
import { openSealed } from '../../src/edition/seal/open.ts';
import { prepareEdition } from '../../src/pipeline/export.ts';
import { exportOpenSearch } from '../../src/search/opensearch/export.ts';
import { makeFixture } from './fixture/archive.ts';
import { inFull } from './fixture/world.ts';
import { HOLES } from './holes.ts';
import { restoreFolders, reversed, reverseFolders } from './reversed-folders.mjs';
import { hashes, TestSite } from './site.ts';

const fixture = makeFixture(inFull());
const sites: TestSite[] = [];
async function make(version: Parameters<typeof TestSite.make>[1]): Promise<TestSite> {
  const site = await TestSite.make(fixture, version);
  sites.push(site);
  return site;
}
let site: TestSite;
/** The public edition as it was built, before any hole. */
let sound: string;

beforeAll(async () => {
  site = await make('as-is');
  await site.build('public');
  await site.build('delegates');
  sound = join(site.project, 'sound');
  await cp(site.dist('public'), sound, { recursive: true });
});
afterAll(async () => {
  for (const one of sites) await one.remove();
});

async function restore(): Promise<void> {
  await rm(site.dist('public'), { recursive: true });
  await cp(sound, site.dist('public'), { recursive: true });
}

describe('the public edition of the fixture', () => {
  it('passes the proof, as does the delegates’ edition', async () => {
    for (const edition of ['public', 'delegates'] as const) {
      const report = await site.prove(edition);
      expect(report.findings, describeFindings(report)).toEqual([]);
      if (edition === 'public') {
        const places = new Set(fixture.canaries.places.values()).size;
        const { files, bytes, readings } = report;
        console.log(
          `${fixture.canaries.places.size} canaries in ${places} places, ${ENCODINGS.length} encodings, ${files} files with ${bytes} bytes in ${readings} readings, ${HOLES.length} holes re-opened.`,
        );
      }
    }
  });

  it('is exported for a search server without a word of what is withheld', async () => {
    const canariesIn = async (edition: 'public' | 'delegates') => {
      const out = join(site.project, `export-${edition}`);
      await mkdir(out);
      await exportOpenSearch(await openSealed(site.dist(edition)), out, { edition });
      const files = await Promise.all((await readdir(out)).map((name) => readFile(join(out, name), 'utf8')));
      const text = files.join('\n').toLowerCase();
      return [...fixture.canaries.places.keys()].filter((canary) => text.includes(canary.toLowerCase()));
    };
    expect(await canariesIn('public')).toEqual([]);
    expect((await canariesIn('delegates')).length).toBeGreaterThan(20);
  });

  it.each(['changed', 'removed'] as const)('is the same bytes when everything withheld is %s', async (version) => {
    const other = await make(version);
    await other.build('public');
    expect(await hashes(other.dist('public'))).toEqual(await hashes(sound));
  });

  it('is the same bytes in another folder, time zone, locale, umask and order of files', async () => {
    const { TZ, LC_ALL, LANG, NODE_OPTIONS, ENFOCUSTOM_REVERSED } = process.env;
    const before = { TZ, LC_ALL, LANG, NODE_OPTIONS, ENFOCUSTOM_REVERSED };
    const umask = process.umask(0o077);
    const other = await make('as-is');
    Object.assign(process.env, {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      NODE_OPTIONS: `--import ${new URL('reversed-folders.mjs', import.meta.url).href}`,
      ENFOCUSTOM_REVERSED: '1',
    });
    reverseFolders();
    try {
      await other.build('public');
      expect(reversed).toBeGreaterThan(10);
      expect(await hashes(other.dist('public'))).toEqual(await hashes(sound));
    } finally {
      restoreFolders();
      process.umask(umask);
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });
});

describe('the proof goes red where a hole is re-opened:', () => {
  it.each(HOLES)('$name', async ({ open, caughtBy, afterwards }) => {
    await restore();
    const canary = [...fixture.canaries.places.keys()][0] ?? '';
    const content = join(site.project, 'content');
    await open({ dist: site.dist('public'), delegates: site.dist('delegates'), content, canary });
    if (!afterwards) await site.seal('public');
    const rules = new Set((await site.prove('public')).findings.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(expect.arrayContaining([...caughtBy].sort()));
  });

  it('filtering in queries, with pages that see all of the content', async () => {
    const leaky = await make('as-is');
    await leaky.build('public', {
      pages: async ({ project }) => {
        const content = join(project, 'content');
        await prepareEdition({ content, edition: 'delegates', work: leaky.work('public') });
      },
    });
    const rules = new Set((await leaky.prove('public')).findings.map(({ rule }) => rule));
    expect([...rules]).toEqual(expect.arrayContaining(['UNEXPECTED', 'WITHHELD', 'INDEX', 'SEAL']));
  });

  it('a count over all entries: it differs as soon as something withheld does', async () => {
    await restore();
    const pages = [site, await make('changed')].map(async ({ project }) => {
      const count = (await readdir(join(project, 'content'), { recursive: true })).length;
      const page = join(site.dist('public'), 'index.html');
      return (await readFile(page, 'utf8')).replace('</main>', `<p>3 of ${count} entries</p></main>`);
    });
    const [asIs, changed] = await Promise.all(pages);
    expect(changed).not.toBe(asIs);
  });

  it('a file dropped into public/: nothing is built', async () => {
    await writeFile(join(site.project, 'public/dropped.txt'), 'x');
    try {
      await expect(site.prove('public')).rejects.toThrow('public/dropped.txt:1:1 STATIC');
    } finally {
      await rm(join(site.project, 'public/dropped.txt'));
    }
  });
});
