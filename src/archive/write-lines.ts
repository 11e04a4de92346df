import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/** Characters that are put together before they go to the disk. */
const AT_ONCE = 1 << 20;

/** Bytes of the last line: the hash of all that stands above it. */
const SEAL = 65;

/** Writes a file of lines, whole or not at all; a large one is never in memory as one text. */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const draft = `${file}.${process.pid}`;
  const hash = createHash('sha256');
  try {
    const handle = await open(draft, 'w');
    // A plain write may end early where the disk is full, and says so nowhere but in a number.
    const put = async (text: string) => {
      hash.update(text);
      await handle.appendFile(text);
    };
    try {
      let text = '';
      for (const line of lines) {
        text += `${line}\n`;
        if (text.length < AT_ONCE) continue;
        await put(text);
        text = '';
      }
      await put(text);
      await handle.appendFile(`${hash.digest('hex')}\n`);
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Reads what `writeLines` wrote; nothing where the file is not there or no longer what was written. */
export async function* readLines(file: string): AsyncIterable<string> {
  const size = await soundSize(file);
  if (size === 0) return;
  let rest = '';
  // Not by Node's own reader of lines, for which U+2028 inside a title ends one.
  for await (const chunk of createReadStream(file, { encoding: 'utf8', end: size - 1 })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Bytes above the seal; 0 where it does not hold. */
async function soundSize(file: string): Promise<number> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return 0;
  try {
    const size = (await handle.stat()).size - SEAL;
    if (size <= 0) return 0;
    const hash = createHash('sha256');
    for await (const chunk of handle.createReadStream({ start: 0, end: size - 1, autoClose: false }))
      hash.update(chunk);
    const { buffer } = await handle.read(Buffer.alloc(SEAL), 0, SEAL, size);
    return buffer.toString('latin1') === `${hash.digest('hex')}\n` ? size : 0;
  } finally {
    await handle.close();
  }
}
