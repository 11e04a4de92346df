import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Fragment } from '../excerpt.ts';
import { plainId } from '../pagefind.ts';
import { type ShardFacts, type TextFiles, textFile, textFileNumber } from '../source.ts';
import type { StoredPage } from './fragments.ts';

/**
 * Characters in a file, about. A result fetches its page's text with those of some others: ten results cost 15 to 30 kB
 * more, compressed, than with a file for each page. The 14,000 pages of 10,000 generated documents make 6,000 files.
 */
const FILE_SIZE = 12_000;

/**
 * Writes the texts of a shard's pages into few files, in place of Pagefind's own file for each page.
 * @param folder of the shard
 */
export async function packTexts(folder: string, pages: readonly StoredPage[]): Promise<TextFiles> {
  const texts = pages.map(({ hash, url, content, meta, anchors }) => {
    const fragment: Fragment = { url, content, meta, anchors };
    return { id: plainId(hash), fragment, size: JSON.stringify(fragment).length };
  });
  const size = texts.reduce((sum, text) => sum + text.size, 0);
  const files = Math.max(1, Math.min(texts.length, Math.ceil(size / FILE_SIZE)));
  const contents = new Map<number, Record<string, Fragment>>();
  for (const { id, fragment } of texts) {
    const number = textFileNumber(id, files);
    contents.set(number, { ...contents.get(number), [id]: fragment });
  }
  const written = [...contents].map(([number, content]) => [number, JSON.stringify(content)] as const);
  const digest = createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 12);
  for (const [number, json] of written) {
    const file = join(folder, textFile({ digest, files }, number));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, json);
  }
  await rm(join(folder, 'fragment'), { recursive: true, force: true });
  return { digest, files };
}

/** Every text of a shard of a built edition, by the id of its page. */
export async function readTexts(dist: string, { folder, texts }: ShardFacts): Promise<Map<string, Fragment>> {
  const found = new Map<string, Fragment>();
  for (let number = 0; number < texts.files; number++) {
    const file = join(dist, folder, textFile(texts, number));
    const json = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      // A file of no page is not written.
      if (error.code === 'ENOENT') return '{}';
      throw error;
    });
    for (const [id, text] of Object.entries(JSON.parse(json) as Record<string, Fragment>)) found.set(id, text);
  }
  return found;
}
