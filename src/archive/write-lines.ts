import { open, rename, rm } from 'node:fs/promises';

/** Characters that are put together before they go to the disk. */
const AT_ONCE = 1 << 20;

/** Writes a file of lines, whole or not at all; a large one is never in memory as one text. */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    const handle = await open(draft, 'w');
    try {
      let text = '';
      for (const line of lines) {
        text += `${line}\n`;
        if (text.length < AT_ONCE) continue;
        await handle.write(text);
        text = '';
      }
      await handle.write(text);
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
