import type { ProofReport } from '../edition/proof/prove.ts';
import { CommandError } from './command.ts';
import type { Division } from './divide.ts';
import { inOwnProcess, WorkFailed } from './own-process.ts';

/** An edition that is being built. */
export interface Draft extends Division {
  readonly draft: string;
}

/**
 * Proves an edition in processes of their own: nothing that the build has in memory goes into the proof. The content is
 * divided once more: had anything else been built from, the work folder would change by that.
 */
export async function proveDraft({ draft, ...division }: Draft, signal: AbortSignal): Promise<ProofReport> {
  const program = (name: string) => new URL(name, import.meta.url);
  try {
    await inOwnProcess(program('./divide-program.ts'), division, signal);
    return await inOwnProcess(program('./prove-program.ts'), { ...division, draft }, signal);
  } catch (error) {
    if (!(error instanceof WorkFailed)) throw error;
    throw new CommandError(`The edition could not be proved: ${error.message}`);
  }
}
