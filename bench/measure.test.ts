import { expect, test } from 'vitest';
import { measure } from './measure.ts';

const options = { cwd: '.', signal: new AbortController().signal };
const node = (code: string) => [process.execPath, '-e', code];
const MEGABYTE = 2 ** 20;

/** Holds that many megabytes for half a second. */
const hold = (megabytes: number) =>
  `globalThis.held = Buffer.alloc(${megabytes} * ${MEGABYTE}, 1); setTimeout(() => {}, 500);`;

test.skipIf(process.platform !== 'linux')(
  'tells what the largest process held, and what all held together',
  async () => {
    const child = JSON.stringify(hold(150));
    const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${child}]); ${hold(100)}`;
    const cost = await measure(node(parent), options);
    expect(cost.failure).toBeNull();
    expect(cost.process).toBeGreaterThan(150 * MEGABYTE);
    expect(cost.process).toBeLessThan(250 * MEGABYTE);
    expect(cost.memory).toBeGreaterThan(250 * MEGABYTE);
    expect(cost.memory).toBeLessThan(500 * MEGABYTE);
  },
);

test.skipIf(process.platform !== 'linux')('counts the processor, and children that a thread started', async () => {
  const spin = JSON.stringify('while (process.cpuUsage().user < 500_000);');
  const thread = JSON.stringify(`require('node:child_process').spawnSync(process.execPath, ['-e', ${spin}])`);
  const idle = `new (require('node:worker_threads').Worker)(${thread}, { eval: true })`;
  const cost = await measure(node(idle), options);
  expect(cost.failure).toBeNull();
  expect(cost.cpu).toBeGreaterThan(0.4);
  expect(cost.wall).toBeGreaterThan(0.4);
});

test.skipIf(process.platform !== 'linux')('counts processes that end between two looks', async () => {
  const spin = JSON.stringify('while (process.cpuUsage().user < 100_000);');
  const many = `for (let n = 0; n < 4; n++) require('node:child_process').spawnSync(process.execPath, ['-e', ${spin}])`;
  expect((await measure(node(many), options)).cpu).toBeGreaterThan(0.4);
});

test('what fails says why', async () => {
  const { failure } = await measure(node('console.error("no such thing"); process.exitCode = 3'), options);
  expect(failure).toBe('no such thing');
  expect((await measure(node('process.exitCode = 3'), options)).failure).toBe('it ended with 3');
});
