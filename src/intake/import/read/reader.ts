import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_BYTES } from '../decode.ts';
import { type Outcome, unreadable } from '../document.ts';
import type { Given } from '../given.ts';
import type { Answer, ListedEntry, Request } from './reader-messages.ts';
import { UnreadableError } from './reading.ts';

export interface ReaderLimits {
  /** For one file. */
  readonly seconds: number;
  readonly megabytes: number;
}

export const TOO_LARGE = 'the file is larger than 64 MB: split it or make it smaller';
const LIMITS: ReaderLimits = { seconds: 120, megabytes: 768 };
/** A process is replaced after that many files, so that what parsers forget to free does not add up. */
const FILES_A_PROCESS = 100;

const project = fileURLToPath(new URL('../../../..', import.meta.url));
/** Where the packages really lie: `node_modules` may be a link. */
const modules = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))));

/**
 * Reads foreign files in a process of its own, with limits on time and memory, without network and without the right
 * to write. A file that breaks it is refused; the next one gets a new process.
 */
export class Reader {
  readonly #limits: ReaderLimits;
  #child: ChildProcess | null = null;
  #files = 0;
  /** The archive that the process has open. */
  #zip: Uint8Array | null = null;

  constructor(limits: Partial<ReaderLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** `source`: what messages call the file; `given`: what a person says of it. */
  async file(bytes: Uint8Array, source: string, given: Given = {}): Promise<Outcome> {
    if (bytes.length > MAX_BYTES) return unreadable(source, TOO_LARGE);
    return outcomeOf(source, await this.#ask({ kind: 'file', bytes, source, given }));
  }

  /** What a zip archive holds. Throws `UnreadableError`. */
  async zip(bytes: Uint8Array): Promise<readonly ListedEntry[]> {
    const answer = await this.#ask({ kind: 'zip', bytes });
    if (answer.kind !== 'zip')
      throw new UnreadableError(answer.kind === 'unreadable' ? answer.error : 'the zip is damaged');
    this.#zip = bytes;
    return answer.entries;
  }

  /** One file of an archive that `zip` listed. */
  async entry(zip: Uint8Array, index: number, source: string): Promise<Outcome> {
    if (this.#child === null || this.#zip !== zip) await this.zip(zip);
    return outcomeOf(source, await this.#ask({ kind: 'entry', index, source }));
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
    this.#zip = null;
    this.#files = 0;
  }

  #ask(request: Request): Promise<Answer> {
    if (++this.#files > FILES_A_PROCESS && request.kind !== 'entry') this.close();
    const child = this.#child ?? this.#start();
    this.#child = child;
    const { seconds, megabytes } = this.#limits;
    return new Promise((resolve) => {
      const end = (answer: Answer) => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        child.off('error', onExit);
        resolve(answer);
      };
      const refuse = (error: string) => {
        this.close();
        end({ kind: 'unreadable', error });
      };
      const onMessage = (answer: unknown) => end(answer as Answer);
      const onExit = () =>
        refuse(`reading it took more than ${megabytes} MB of memory or broke the reader: the file is refused`);
      const timer = setTimeout(
        () => refuse(`reading it took more than ${seconds} seconds: the file is refused`),
        seconds * 1000,
      );
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.on('error', onExit);
      child.send(request, (error) => {
        if (error) onExit();
      });
    });
  }

  #start(): ChildProcess {
    const { megabytes } = this.#limits;
    const node = [
      '--permission',
      // The HTML parser is native code.
      '--allow-addons',
      ...[join(project, 'src'), join(project, 'node_modules'), modules].map(
        (path) => `--allow-fs-read=${join(path, '*')}`,
      ),
      `--allow-fs-read=${join(project, 'package.json')}`,
      `--max-old-space-size=${megabytes}`,
      fileURLToPath(new URL('./reader.child.ts', import.meta.url)),
    ];
    // Buffers do not count as old space; the system's limit on data holds for all.
    const shell = ['-c', `ulimit -d ${megabytes * 3 * 1024} && ulimit -c 0; exec "$0" "$@"`, process.execPath, ...node];
    const [program, args] = process.platform === 'linux' ? ['/bin/sh', shell] : [process.execPath, node];
    return spawn(program, args, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      // Nothing of the caller's environment: no proxies, no tokens.
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
      cwd: project,
    });
  }
}

function outcomeOf(source: string, answer: Answer): Outcome {
  if (answer.kind === 'file') return answer.outcome;
  return unreadable(source, answer.kind === 'unreadable' ? answer.error : 'the file is damaged');
}
