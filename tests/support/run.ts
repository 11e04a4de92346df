import { type ChildProcess, spawn } from 'node:child_process';
import { project } from '../../src/lib/project.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Comes true when standard error holds the text; false when the process ends without. */
  said(text: string): Promise<boolean>;
}

interface StartOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Leads a group of processes, which can be killed together. */
  readonly detached?: boolean;
  /** The most bytes that a file may get. */
  readonly largestFile?: number;
}

/** This environment without the variables of the test runner: they would switch Astro to a test mode of its own. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
}

/** Starts a Node program of this project. */
export function start(args: readonly string[], options: StartOptions = {}): Running {
  const { cwd = project, env = {}, detached = false, largestFile } = options;
  const command = [process.execPath, ...args];
  const [program = '', ...rest] =
    largestFile === undefined ? command : ['prlimit', `--fsize=${largestFile}`, ...command];
  const child = spawn(program, rest, {
    cwd,
    detached,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const said = (text: string) =>
    new Promise<boolean>((resolve) => {
      const look = () => {
        if (err.includes(text)) resolve(true);
      };
      look();
      child.stderr.on('data', look);
      child.on('close', () => resolve(err.includes(text)));
    });
  return { child, ended, said };
}

export const run = (...given: Parameters<typeof start>): Promise<Ended> => start(...given).ended;
