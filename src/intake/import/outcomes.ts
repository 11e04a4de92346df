import { readFileSync, statSync } from 'node:fs';
import { MAX_BYTES } from './decode.ts';
import { type Outcome, unreadable } from './document.ts';
import type { Given } from './given.ts';
import { type Input, reasonOf } from './inputs.ts';
import { formatOf } from './read/format.ts';
import { type Reader, TOO_LARGE } from './read/reader.ts';
import { UnreadableError } from './read/reading.ts';

/** What became of one source: a file, or a file in a zip archive. */
export interface Result {
  readonly source: string;
  /** Given by name rather than found in a folder or archive. */
  readonly explicit: boolean;
  readonly outcome: Outcome;
}

/** A zip archive may be larger than any document in it. */
const MOST_ZIP_BYTES = 1024 * 1024 * 1024;

/** Reads an input in the reader's process; an archive gives a result for each file. `given`: said of it by hand. */
export async function* outcomesOf(input: Input, reader: Reader, given: Given): AsyncGenerator<Result> {
  const { path, source, explicit } = input;
  let bytes: Uint8Array;
  try {
    // Too large a file is not even read.
    const { size } = statSync(path);
    if (size > (/\.zip$/i.test(path) ? MOST_ZIP_BYTES : MAX_BYTES))
      return yield { source, explicit, outcome: unreadable(source, TOO_LARGE) };
    bytes = readFileSync(path);
  } catch (error) {
    return yield { source, explicit, outcome: unreadable(source, reasonOf(error)) };
  }
  if (formatOf(bytes, source) === 'zip') yield* entriesOf(bytes, input, reader);
  else yield { source, explicit, outcome: await reader.file(bytes, source, given) };
}

async function* entriesOf(zip: Uint8Array, { source, explicit }: Input, reader: Reader): AsyncGenerator<Result> {
  try {
    const entries = await reader.zip(zip);
    for (const [index, { name, refused }] of entries.entries()) {
      const label = `${source}/${printable(name)}`;
      if (/(?:^|\/)(?:\.|readme(?:\.|$)|__MACOSX\/)/i.test(name) && !refused) continue;
      const outcome = refused ? unreadable(label, `refused: ${refused}`) : await reader.entry(zip, index, label);
      yield { source: label, explicit: refused !== null, outcome };
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    yield { source, explicit, outcome: unreadable(source, error.message) };
  }
}

/** A name from an archive as it can be shown: nothing in it moves the terminal's cursor. */
function printable(name: string): string {
  return name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?').slice(0, 300);
}
