import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Edition } from '../edition/editions.ts';
import type { PageOrder } from '../site/made-pages.ts';
import { AstroLog } from './astro-log.ts';
import { CommandError, refusedByDisk } from './command.ts';

/** The program that `astro` runs. */
export const astroProgram = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin',
  'astro.mjs',
);

interface AstroProcess {
  readonly project: string;
  readonly edition: Edition;
  readonly out: string;
  /** Where Astro keeps what it may use again; of this process alone while it runs. */
  readonly cache: string;
  readonly order: PageOrder;
  /** Bytes that its objects may take: with less to spare it cleans up sooner. */
  readonly heap: number;
  readonly signal: AbortSignal;
}

export interface AstroBuild extends AstroProcess {
  /** The edition's work folder, its content partitioned. */
  readonly work: string;
  /** Hears how many pages there are. */
  readonly report: (pages: number) => void;
}

/** Astro in a process of its own, so that nothing of one edition stays in memory for another. Returns the pages. */
export async function astroBuild(build: AstroBuild): Promise<number> {
  const { work, signal, report } = build;
  const log = new AstroLog((collection) => !hasEntries(join(work, 'content'), collection));
  const child = beginAstro(build);
  const ended = new Promise<number | null>((resolve, reject) => {
    // Where it is being stopped it is still there, and writes, until it closes.
    child.on('error', (error) => {
      if (child.pid === undefined) reject(error);
    });
    child.on('close', resolve);
  });
  for (const stream of [child.stdout, child.stderr].filter((stream) => stream !== null)) {
    createInterface({ input: stream }).on('line', (line) => {
      log.add(line);
      if (log.pages > 0) report(log.pages);
    });
  }
  const code = await ended;
  signal.throwIfAborted();
  if (code !== 0) throw new CommandError(refusedByDisk(log.tail()) ?? `Astro failed:\n${log.tail()}`);
  if (log.faults.length > 0) throw new CommandError(`Astro warned, which counts as failure:\n${log.faults.join('\n')}`);
  return log.pages;
}

/** Begins that process, which ends with this one: nothing is said on the channel, but its end is heard there. */
export function beginAstro({ project, edition, out, cache, order, heap, signal }: AstroProcess): ChildProcess {
  return spawn(
    process.execPath,
    [`--max-old-space-size=${Math.round(heap / 2 ** 20)}`, astroProgram, 'build', '--json'],
    {
      cwd: project,
      env: {
        ...astroEnvironment(edition),
        NODE_ENV: 'production',
        ENFOCUSTOM_OUT: out,
        ENFOCUSTOM_CACHE: cache,
        ENFOCUSTOM_PAGES: order.wanted,
        ENFOCUSTOM_ASKED: order.asked,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      signal,
    },
  );
}

export function astroEnvironment(edition: Edition): NodeJS.ProcessEnv {
  // A test runner's variables would switch Astro to its own test mode.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  return { ...Object.fromEntries(own), ENFOCUSTOM_EDITION: edition, ASTRO_TELEMETRY_DISABLED: '1' };
}

function hasEntries(content: string, collection: string): boolean {
  const names = collection === 'guidePages' ? ['guide'] : [collection, `${collection}.yaml`];
  return names.some((name) => existsSync(join(content, name)));
}
