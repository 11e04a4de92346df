import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { siteText } from '../../src/build/site-text.ts';
import { openSealed } from '../../src/edition/seal/open.ts';
import { project } from '../../src/lib/project.ts';
import { exportOpenSearch } from '../../src/search/opensearch/export.ts';
import { makeFixture } from './fixture/archive.ts';
import type { Version } from './fixture/plan.ts';
import { inFull } from './fixture/world.ts';
import { restoreFolders, reversed, reverseFolders } from './reversed-folders.mjs';
import { hashes, TestSite } from './site.ts';

const fixture = makeFixture(inFull());
const sites: TestSite[] = [];
async function make(version: Version): Promise<TestSite> {
  const site = await TestSite.of((folder) => fixture.write(folder, version));
  sites.push(site);
  return site;
}
let site: TestSite;
let sound: Record<string, string>;

beforeAll(async () => {
  site = await make('as-is');
  await site.build('public', 'delegates');
  sound = await hashes(site.dist('public'));
});
afterAll(async () => {
  for (const one of sites) await one.remove();
});

describe('the public edition of an archive in which everything that can be withheld is', () => {
  it('is exported for a search server without a word of what is withheld', async () => {
    const canariesIn = async (edition: 'public' | 'delegates') => {
      const out = join(site.folder, `export-${edition}`);
      await mkdir(out);
      await exportOpenSearch(await openSealed(site.dist(edition)), out, { edition });
      const files = await Promise.all((await readdir(out)).map((name) => readFile(join(out, name), 'utf8')));
      const text = files.join('\n').toLowerCase();
      return [...fixture.canaries.places.keys()].filter((canary) => text.includes(canary.toLowerCase()));
    };
    expect(await canariesIn('public')).toEqual([]);
    expect((await canariesIn('delegates')).length).toBeGreaterThan(20);
  });

  it('is the same bytes when the content is not there any more: nothing of it is read behind the wall', async () => {
    await rename(site.content, join(site.folder, 'moved-away'));
    try {
      expect(await hashes(await site.makeAgain('public'))).toEqual(sound);
    } finally {
      await rename(join(site.folder, 'moved-away'), site.content);
    }
  });

  it.each(['a b & é (1)', 'a%20b #?'])('is the same bytes when the project is in %j', async (folder) => {
    expect(await hashes(await site.makeAgainIn(folder, 'public'))).toEqual(sound);
  });

  it('is made without a look at the content by any process, Pagefind and bundlers included', async () => {
    const trace = await site.traceAgain('public');
    expect(trace).toContain(`${site.work('public')}/content/entries.jsonl`);
    expect(trace).toMatch(/execve\("[^"]*pagefind/);
    const looks = trace
      .split('\n')
      .filter((line) => line.includes(site.content) || line.includes(`${project}/content`));
    expect(looks).toEqual([]);
  });

  it('is audited without a finding, where the delegates’ edition is full of them', async () => {
    const words = await siteText(project, new AbortController().signal);
    const findings = async (dist: string) =>
      (await audit({ dist, edition: 'public', content: site.content, siteText: words })).findings;
    expect(await findings(site.dist('public'))).toEqual([]);
    const withheld = (await findings(site.dist('delegates'))).filter(({ rule }) => rule === 'WITHHELD');
    expect(withheld.length).toBeGreaterThan(100);
  });

  it.each(['changed', 'removed'] as const)('is the same bytes when everything withheld is %s', async (version) => {
    const other = await make(version);
    await other.build('public');
    expect(await hashes(other.dist('public'))).toEqual(sound);
  });

  it('is the same bytes in another folder, time zone, locale, umask and order of files', async () => {
    const { TZ, LC_ALL, LANG } = process.env;
    const before = { TZ, LC_ALL, LANG };
    const umask = process.umask(0o077);
    const other = await make('as-is');
    Object.assign(process.env, { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
    reverseFolders();
    try {
      await other.build('public');
      expect(reversed).toBeGreaterThan(10);
      expect(await hashes(other.dist('public'))).toEqual(sound);
    } finally {
      restoreFolders();
      process.umask(umask);
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });

  it('is not built when a file was dropped into public/', async () => {
    const other = await make('as-is');
    await writeFile(join(other.folder, 'public/dropped.txt'), 'x');
    await expect(other.build('public')).rejects.toThrow('public/dropped.txt:1:1 STATIC');
  });
});
