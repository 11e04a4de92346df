import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { makeFixture } from '../../tests/edition/fixture/archive.ts';
import { chanceOf, inFull } from '../../tests/edition/fixture/world.ts';
import { inFolder, pageOf, writeFiles } from '../../tests/support/made-edition.ts';
import { partitionInto } from '../../tests/support/public-part.ts';
import { audit } from './audit.ts';
import { askOracle } from './oracle.ts';

async function withheldIn(content: string, dist: string) {
  const { findings } = await audit({ content, dist, edition: 'public', siteText: '' });
  return findings.filter(({ rule }) => rule === 'WITHHELD').map(({ file, message }) => `${file} ${message}`);
}

test('the short titles that only a LIMITE document states are found, each with its record', async () => {
  const content = resolve('content');
  const titles = askOracle(content).withheld.filter(
    ({ file, at }) => /^actions\/1997\./.test(file) && at === 'title.value',
  );
  const short = titles.filter(({ text }) => text.split(' ').length < 6 && text !== 'Exchanges of officers');
  expect(short).toHaveLength(11);
  expect(short.map(({ text }) => text)).toContain('Balkan Route exercise on heroin');
  const pages = short.map(({ text }, n) => [`${n}.html`, pageOf(`<p>Read about <a href="/">${text}</a>.</p>`)]);
  const found = await inFolder(Object.fromEntries(pages), (dist) => withheldIn(content, dist));
  for (const [n, { text, file }] of short.entries())
    expect(found).toContain(`${n}.html it says "${text}", which is withheld: ${file}, title.value`);
});

/** Every text below a folder, in one. */
const textsBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => `${join(item.parentPath, item.name)}\n${readFileSync(join(item.parentPath, item.name), 'latin1')}`)
    .join('\n');

describe.each([0, 1, 2, 3, 4])('an archive in which everything is withheld that can be (%i)', (seed) => {
  it('has a partition in which nothing withheld is found, and all of it is found elsewhere', () =>
    inFolder({}, async (folder) => {
      const fixture = makeFixture(seed === 0 ? inFull() : chanceOf(seed));
      await fixture.write(folder, 'as-is');
      const content = join(folder, 'content');
      await partitionInto(content, join(folder, 'work'));
      expect(await withheldIn(content, join(folder, 'work'))).toEqual([]);

      const written = textsBelow(content) + textsBelow(join(folder, 'public'));
      const canaries = [...fixture.canaries.places].filter(
        ([canary, place]) => written.includes(canary) && !/picture(?::|$)/.test(place),
      );
      expect(canaries.length).toBeGreaterThan(50);
      const dist = join(folder, 'dist');
      await writeFiles(dist, { 'all.txt': written });
      const found = (await withheldIn(content, dist)).join('\n');
      expect(canaries.filter(([canary]) => !found.includes(canary))).toEqual([]);
    }));
});
