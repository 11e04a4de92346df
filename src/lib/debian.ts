import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of the system, and where it comes from. */
export interface Program {
  readonly name: string;
  /** Names of its file, the preferred one first. */
  readonly files: readonly string[];
  /** Variable that names its file where it lies elsewhere. */
  readonly variable: string;
  /** Package of Debian that has it. */
  readonly package: string;
  /** Where else it may lie. */
  readonly folder?: string;
}

/** Folders of programs that only the system's own users have in their PATH. */
const USUAL = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'];

/** Where a program is; null where it is not. */
export function find({ files, variable, name, folder }: Program, environment = process.env): string | null {
  const given = environment[variable];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`${variable} names ${given} as ${name}, and there is no such file`);
  }
  const folders = [...(folder ? [folder] : []), ...(environment.PATH ?? '').split(delimiter), ...USUAL];
  return files.flatMap((file) => folders.map((folder) => join(folder, file))).find((file) => existsSync(file)) ?? null;
}

/** Where a program is. Throws where it is not, and says how to get it. */
export function need(program: Program): string {
  const found = find(program);
  if (found) return found;
  throw new Error(
    `no ${program.name} was found: install Debian’s package ${program.package}, or set ${program.variable}`,
  );
}

/** Installs packages of Debian, telling what it does. Throws where that is not possible. */
export function install(packages: readonly string[]): void {
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`there is no apt-get: install ${packages.join(', ')} yourself`);
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  apt([...root, 'apt-get', 'update', '-qq']);
  apt([...root, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function apt(command: readonly string[]): void {
  const [program = '', ...args] = command;
  console.log(`  ${command.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`${command.join(' ')} failed: ${error?.message ?? (stderr || stdout).trim().slice(-2000)}`);
}
