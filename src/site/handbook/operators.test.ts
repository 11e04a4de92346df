import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../../lib/project.ts';
import { CACHE, CHAPTERS } from './operators.ts';

const read = (name: string) => readFileSync(join(project, name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
const examples = CHAPTERS.flatMap(({ passages }) => passages.flatMap(({ example }) => example?.code ?? []));
const commands = examples.flatMap((code) =>
  [...code.matchAll(/npm run (\S+)(.*)/g)].map(([, name = '', rest = '']) => ({ name, rest })),
);

describe('the handbook for operators', () => {
  test.each(commands)('npm run $name$rest: command and flags are there', ({ name, rest }) => {
    const [file = ''] = scripts[name]?.match(/scripts\/[\w-]+\.ts/) ?? [];
    expect(file, `npm run ${name}`).not.toBe('');
    for (const flag of rest.match(/--[a-z-]+/g) ?? []) expect(read(file)).toContain(`\n  ${flag} `);
  });

  test('has commands', () => expect(commands.length).toBeGreaterThan(6));

  test('names files of this project that are there', () => {
    const text = JSON.stringify(CHAPTERS);
    const files = [...text.matchAll(/docs\/hosting\/[\w.-]*\w/g)].map(([file]) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(project, file)), file).toBe(true);
  });

  test('says of caches what the configurations do', () => {
    for (const file of ['docs/hosting/nginx.conf', 'docs/hosting/Caddyfile'])
      for (const value of Object.values(CACHE)) expect(read(file)).toContain(value);
    expect(JSON.stringify(CHAPTERS)).toContain(CACHE.hashed);
  });
});
