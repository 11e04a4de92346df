import { fork } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError, messageOf, refusedByDisk } from '../lib/command.ts';
import { inBuildablePath } from './buildable-path.ts';
import type { EditionJob } from './edition-job.ts';

/** Parts of the project that make editions; `content/` and what is beside it are not among them. */
export const PROGRAM = [
  ...['src', 'node_modules', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
  // The examples of the handbook.
  'tests/fixtures/check',
];

/** Files that Vite and its helpers look for in every folder from the work folder up; none of them is content. */
const PROBED = [
  ...['package.json', 'pnpm-workspace.yaml', 'lerna.json', 'deno.json', 'deno.jsonc', '.git', 'node_modules'],
  ...['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', 'tsconfig.json', 'jsconfig.json'],
  ...['.env', '.env.local', '.env.production', '.env.production.local', '.browserslistrc', 'postcss.config.js'],
];

/** Places of the system that tell a program where it runs. */
const SYSTEM = ['/proc', '/.dockerenv', '/run', '/etc', '/sys/fs/cgroup', '/usr/lib', '/usr/share'];

/** Environment variables that a process behind the wall is given; no other setting can change an edition. */
const SETTINGS = /^(?:ENFOCUSTOM_(?:SITE|SEARCH)|PATH|LANG|LC_\w+|TZ|NODE_COMPILE_CACHE|SystemRoot)$/;

/**
 * Makes an edition in a process that can read the program and the edition's work folder and nothing else, by Node's
 * permission model (https://nodejs.org/api/permissions.html). Native add-ons and child processes (Rolldown, Pagefind,
 * esbuild) are outside that model: a test traces the files that they open. Throws a `CommandError` if it fails.
 */
export function makeBehindWall(job: EditionJob, signal: AbortSignal): Promise<void> {
  return inBuildablePath(job, PROGRAM, (buildable) => runChild(buildable, signal));
}

async function runChild(job: EditionJob, signal: AbortSignal): Promise<void> {
  const { project, work, draft } = job;
  const program = join(project, 'src/build/edition-program.ts');
  const readable = [...PROGRAM.map((part) => join(project, part)), work, draft, ...probes(work), ...SYSTEM];
  // Links lead to other places, which are checked by themselves.
  const real = readable.filter((path) => existsSync(path)).map((path) => realpathSync(path));
  const child = fork(program, [], {
    cwd: project,
    execArgv: [
      ...[
        '--permission',
        '--allow-addons',
        '--allow-worker',
        '--allow-child-process',
        '--disable-warning=SecurityWarning',
      ],
      ...[...new Set([...readable, ...real])].map((path) => `--allow-fs-read=${path}`),
      ...[work, draft].map((path) => `--allow-fs-write=${path}`),
    ],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => SETTINGS.test(name))),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      // Places where tools look for settings of their own.
      TMPDIR: join(work, 'cache'),
      XDG_CONFIG_HOME: join(work, 'cache'),
      HOME: join(work, 'cache'),
    },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    signal,
  });
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    let answer: Outcome | null = null;
    child.on('message', (message) => {
      answer = message as Outcome;
    });
    child.on('error', (error) => {
      // While it is being stopped it is still there, and writes, until it closes.
      if (child.pid === undefined) reject(error);
    });
    child.on('close', (_code, killed) => {
      const end = killed ? `was ended by ${killed}, as happens when memory runs out` : 'ended too early';
      resolve(answer ?? { failure: `the process that makes the edition ${end}` });
    });
    child.send(job, (error) => {
      if (error) child.kill();
    });
  });
  signal.throwIfAborted();
  if (outcome.failure !== null) throw new CommandError(refusedByDisk(outcome.failure) ?? outcome.failure);
}

interface Outcome {
  /** Null if the work was done. */
  readonly failure: string | null;
}

function probes(folder: string): string[] {
  const parent = dirname(folder);
  const here = PROBED.map((name) => join(folder, name));
  return parent === folder ? here : [...here, ...probes(parent)];
}

/** The other side: does the one piece of work that it is sent, and ends with the process that began it. */
export function doBehindWall(work: (job: EditionJob) => Promise<void>): void {
  process.on('disconnect', () => process.exit(1));
  if (process.connected === false) process.exit(1);
  process.once('message', async (job: EditionJob) => {
    const failure = await work(job).then(
      () => null,
      (error: unknown) => messageOf(error),
    );
    process.send?.({ failure } satisfies Outcome, () => process.exit(0));
  });
}
