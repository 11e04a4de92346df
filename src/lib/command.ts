import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values'];

/** A command stops with this message: no stack, and `exitCode` 1 unless it says otherwise. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The command was used in a way it does not know. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(`${message}\nRun it with --help to see how it is used.`, 2);
  }
}

export interface CommandDefinition<O extends Options> {
  /** What `--help` prints. */
  readonly help: string;
  readonly options: O;
  /** True where the command takes names besides its flags. */
  readonly positionals?: boolean;
}

/** What a command is given to work with. */
export interface Invocation<O extends Options> {
  readonly values: Values<O>;
  readonly positionals: readonly string[];
  /** Aborted by Ctrl-C and by a request to terminate. */
  readonly signal: AbortSignal;
}

/**
 * Runs one of the commands in `scripts/`: prints `--help`, refuses what it does not know (exit 2), turns failures
 * into messages (exit 1) and Ctrl-C into an orderly end (exit 130). `run` returns its exit code, 0 if nothing.
 */
export async function runCommand<O extends Options>(
  definition: CommandDefinition<O>,
  // biome-ignore lint/suspicious/noConfusingVoidType: a command that has nothing to say returns nothing
  run: (invocation: Invocation<O>) => Promise<number | void>,
): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => {
    // The second time at once, whatever is going on.
    if (stop.signal.aborted) process.exit(130);
    stop.abort(new CommandError('Stopped.', 130));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  try {
    const parsed = parse(definition);
    if (parsed === null) console.log(definition.help);
    else process.exitCode = (await run({ ...parsed, signal: stop.signal })) ?? 0;
  } catch (error) {
    // What fails while a command is being stopped fails because of that.
    const cause = stop.signal.aborted ? stop.signal.reason : error;
    console.error(messageOf(cause));
    process.exitCode = cause instanceof CommandError ? cause.exitCode : 1;
  }
}

/** Null where help is wanted. */
function parse<O extends Options>(definition: CommandDefinition<O>): Omit<Invocation<O>, 'signal'> | null {
  const options = { ...definition.options, help: { type: 'boolean' } } satisfies Options;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true, strict: true });
    if ((values as { help?: boolean }).help) return null;
    const [surplus] = positionals;
    if (surplus !== undefined && !definition.positionals) throw new UsageError(`"${surplus}" is not expected here.`);
    return { values: values as Values<O>, positionals };
  } catch (error) {
    if (!(error instanceof Error) || !String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE'))
      throw error;
    throw new UsageError(`${error.message.split('. ')[0]}.`);
  }
}

/** What the words of a program say of the disk, in ours; null where it took everything. */
export function refusedByDisk(words: string): string | null {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(words))
    return 'The disk is full. Free some space, then run the command again.';
  if (/EFBIG|File too large/.test(words))
    return 'Files may not become that large here. Allow larger ones (ulimit -f), or use another disk, then run the command again.';
  return null;
}

/**
 * A failure in words: what the system refused, and how to go on where that is known.
 * @param refusalAt why nothing can be written into a folder; null where it can
 */
export function messageOf(error: unknown, refusalAt = refusalOfWriting): string {
  if (error instanceof CommandError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ACCESS_DENIED')
    return `The process that makes the edition may not use ${(error as { resource?: string }).resource ?? 'this'}: ${error.stack}`;
  const disk = syscall ? refusedByDisk(error.message) : null;
  if (disk) return `${disk} (${error.message})`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `Not allowed here: ${error.message}`;
  if (code === 'ENOTDIR') return `A file stands where a folder must be: ${error.message}`;
  if (code === 'ENOENT' && syscall === 'mkdir' && path) {
    // Node says so too of a folder that it may not make on a file system that is read-only.
    let folder = path;
    while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
    const refusal = refusalAt(folder);
    if (refusal) return `Nothing can be written in ${folder}: choose another folder, or allow it. (${refusal.message})`;
  }
  return syscall ? error.message : (error.stack ?? error.message);
}

function refusalOfWriting(folder: string): Error | null {
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A port number as typed. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new UsageError(`--port ${text}: a port is a number from 1 to 65535.`);
}
