import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArchive } from '../../src/bench/generate.ts';
import { hashes, TestSite } from './site.ts';

const SHARES = 4;
const machines: TestSite[] = [];
let whole: TestSite;

beforeAll(async () => {
  const write = async (project: string) => {
    await mkdir(join(project, 'public'));
    await generateArchive(join(project, 'content'), { documents: 30, seed: 8 });
  };
  whole = await TestSite.of(write);
  for (let n = 0; n < SHARES; n++) machines.push(await TestSite.of(write));
});
afterAll(async () => {
  for (const site of [whole, ...machines]) await site.remove();
});

/** A command as a process of its own, on one of the machines. */
function run({ project }: TestSite, script: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(project, 'scripts', script), ...args], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

const partsOf = ({ project }: TestSite) => join(project, 'dist', 'parts');
const name = (number: number) => `public-${number}-of-${SHARES}`;

describe('an edition built in shares by several processes at once', () => {
  it('comes out as the same bytes as one that was built whole', async () => {
    const built = await Promise.all(
      machines.map((machine, n) => run(machine, 'build.ts', '--edition', 'public', '--shard', `${n + 1}/${SHARES}`)),
    );
    for (const { code, said } of built) expect(code, said).toBe(0);
    const [first] = machines as [TestSite];
    for (const [n, machine] of machines.entries()) {
      if (n > 0) await rename(join(partsOf(machine), name(n + 1)), join(partsOf(first), name(n + 1)));
    }
    const parts = machines.map((_, n) => join(partsOf(first), name(n + 1)));
    const merged = await run(first, 'merge.ts', ...parts);
    expect(merged.code, merged.said).toBe(0);
    // Every page came from a part.
    expect(merged.said).toMatch(/pages .* 0 of \d+ made/);
    await whole.build('public');
    expect(await hashes(first.dist('public'))).toEqual(await hashes(whole.dist('public')));
  });

  it('is not built where a part is missing, twice there, or out of other content', async () => {
    const [first, second] = machines as [TestSite, TestSite];
    const before = await hashes(first.dist('public'));
    const part = (number: number) => join(partsOf(first), name(number));
    const lacking = await run(first, 'merge.ts', part(1), part(3), part(4));
    expect(lacking.code).toBe(1);
    expect(lacking.said).toContain('Of 4 parts these are missing: 2.');
    const twice = await run(first, 'merge.ts', part(1), part(1), part(2), part(3), part(4));
    expect(twice.said).toContain('named twice');

    await appendFile(
      join(second.project, 'content', 'glossary.yaml'),
      '- term: OTHER\n  meaning: Of other content.\n  source: public-record\n',
    );
    const other = await run(second, 'build.ts', '--edition', 'public', '--shard', `2/${SHARES}`);
    expect(other.code, other.said).toBe(0);
    const mixed = await run(first, 'merge.ts', part(1), join(partsOf(second), name(2)), part(3), part(4));
    expect(mixed.code).toBe(1);
    expect(mixed.said).toContain(`${join(partsOf(second), name(2))} was made out of other content`);
    expect(mixed.said).not.toContain(part(1));
    expect(await hashes(first.dist('public'))).toEqual(before);
  });

  it('is not built where the parts are of one kind, and the machine that joins them of another', async () => {
    const [first, second, third] = machines as [TestSite, TestSite, TestSite];
    const parts = machines.map((_, n) => join(partsOf(first), name(n + 1)));
    await appendFile(join(third.project, 'src', 'styles', 'tokens.css'), '\n');
    for (const [machine, difference] of [
      [second, 'out of other content than is here'],
      [third, 'by another program than joins it'],
    ] as const) {
      const { code, said } = await run(machine, 'merge.ts', ...parts);
      expect(code).toBe(1);
      for (const part of parts) expect(said).toContain(`${part} was made ${difference}`);
      expect(existsSync(machine.dist('public'))).toBe(false);
    }
  });
});
