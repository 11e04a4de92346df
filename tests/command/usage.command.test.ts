import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../../src/lib/project.ts';
import { run } from '../support/run.ts';

const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: object };
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const [, script] = /^node scripts\/setup\.mjs (scripts\/\w+\.ts)$/.exec(line) ?? [];
  return script ? [[name, script] as const] : [];
});

test('the commands that are promised are there', () => {
  const promised = ['start', 'test', 'build', 'dev', 'check', 'import', 'verify', 'bench'];
  expect(commands.map(([name]) => name)).toEqual(expect.arrayContaining(promised));
});

describe.each(commands)('npm run %s', (name, script) => {
  test('explains itself', async () => {
    const { code, out } = await run([script, '--help']);
    expect({ code, first: out.split('\n')[0] }).toEqual({
      code: 0,
      first: expect.stringMatching(`^npm (run )?${name}`),
    });
  });

  test('refuses a flag that it does not know, and says where its help is', async () => {
    const { code, out, err } = await run([script, '--no-such-flag']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/--no-such-flag/);
    expect(err).toMatch(/--help/);
  });
});
