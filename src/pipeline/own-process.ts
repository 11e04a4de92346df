import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { messageOf } from './command.ts';

/** A piece of work was not done; the message is what its program said. */
export class WorkFailed extends Error {}

type Outcome<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** Has a program do one piece of work in a process of its own, whose memory ends with it. Throws `WorkFailed`. */
export function inOwnProcess<Job extends object, Answer>(program: URL, job: Job, signal: AbortSignal): Promise<Answer> {
  const child = fork(fileURLToPath(program), [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    signal,
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  let outcome: Outcome<Answer> | null = null;
  child.on('message', (message) => {
    outcome = message as Outcome<Answer>;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, killed) => {
      if (outcome && 'answer' in outcome) resolve(outcome.answer);
      else if (outcome) reject(new WorkFailed(outcome.failure));
      else if (killed) reject(new WorkFailed(`its process was ended by ${killed}, as happens where memory runs out`));
      else reject(new WorkFailed(said.trim()));
    });
    child.send(job, (error) => {
      if (error) reject(error);
    });
  });
}

/** Has this process end with the one that began it, whatever becomes of that one: a channel between them tells. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit(1));
  // It may have gone before anybody listened.
  if (process.connected === false) process.exit(1);
}

/** The other side: a program that does the one piece of work it is told to, and ends with the process that began it. */
export function doWork<Job extends object>(work: (job: Job) => Promise<unknown>): void {
  endWithParent();
  process.once('message', async (job: Job) => {
    const outcome = await work(job).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ failure: messageOf(error) }),
    );
    process.send?.(outcome, () => process.exit(0));
  });
}
