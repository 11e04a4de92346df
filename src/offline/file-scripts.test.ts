import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileScripts } from './file-scripts.ts';
import { lastNotAfter } from './folder/files.client.ts';
import type { Directory, Packed } from './folder/packed.ts';

/** Runs scripts as a page does. */
function taken(scripts: readonly { path: string; code: string }[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const enfocustomFolder = { take: (key: string, content: unknown) => found.set(key, content) };
  for (const { code } of scripts) new Function('enfocustomFolder', code)(enfocustomFolder);
  return found;
}

test('every file is found again in the script that the directory names, with its checksum', () => {
  const name = fc.stringMatching(/^[a-z0-9_/]{1,12}\.(?:json|pf_index)$/);
  const file = fc.record({ size: fc.integer({ min: 0, max: 60_000 }), seed: fc.integer({ min: 0, max: 255 }) });
  fc.assert(
    fc.property(fc.dictionary(name, file, { maxKeys: 30 }), (files) => {
      const held = new FileScripts();
      const scripts = [];
      const paths = Object.keys(files).sort();
      const bytesOf = (path: string) =>
        Buffer.alloc(files[path]?.size ?? 0, path.endsWith('json') ? 'a\u2028"</script>' : files[path]?.seed);
      for (const path of paths) scripts.push(held.add(path, bytesOf(path)));
      const found = taken([...scripts, ...held.end()].filter((one) => one !== null));
      const directory = found.get('files') as Directory;
      for (const path of paths) {
        const number = lastNotAfter(directory, path);
        const list = found.get(String(number)) as Packed[];
        const packed = list.find(([one]) => one === path);
        expect(Buffer.from(packed?.[1] ?? '', packed?.[2] ? 'base64' : 'utf8').equals(bytesOf(path))).toBe(true);
        const digest = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);
        expect(directory[number]?.[1]).toBe(digest);
      }
    }),
    { numRuns: 30 },
  );
});

test('small files share a script, and a large one has its own', () => {
  const held = new FileScripts();
  const scripts = [];
  for (let number = 100; number < 400; number++) scripts.push(held.add(`a/${number}.json`, Buffer.alloc(1000, 'x')));
  scripts.push(held.add('b/large.json', Buffer.alloc(1_000_000, 'x')));
  const all = [...scripts, ...held.end()].filter((one) => one !== null);
  expect(all.map(({ path }) => path)).toEqual([
    '_folder/files/0.js',
    '_folder/files/1.js',
    '_folder/files/2.js',
    '_folder/files/3.js',
    '_folder/files.js',
  ]);
});
