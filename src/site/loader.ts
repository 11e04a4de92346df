import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { CitedReference } from '../archive/citations.ts';
import type { Entry } from '../archive/collections.ts';
import { formatProblem } from '../archive/problem.ts';
import { type ArchiveContent, readArchive, readBody } from '../archive/read.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { citationsOf } from '../markdown/entry-citations.ts';

/**
 * What Astro's store keeps of an entry: its record, where its body lies, and the references its text makes.
 * Bodies stay on disk (`src/site/body.ts`), so that the store of ten thousand documents stays small.
 */
export const entrySchema = (record: z.ZodType) =>
  z.strictObject({
    record,
    file: z.string(),
    index: z.number().optional(),
    citations: z.array(z.custom<CitedReference>()),
  });

/** One read of the edition's content for all collections of a load. */
let reading: { root: string; content: Promise<ArchiveContent> } | undefined;

export function archiveLoader(name: CollectionName): Loader {
  return {
    name: `archive-${name}`,
    async load({ config, store, parseData, generateDigest, watcher, logger }) {
      const root = join(fileURLToPath(config.root), 'content');
      const load = async () => {
        const { entries } = await contentOf(root);
        store.clear();
        for (const entry of entries) {
          if (entry.collection !== name) continue;
          const data = await parseData({ id: entry.id, data: await dataOf(root, entry) });
          store.set({ id: entry.id, data, digest: generateDigest(data) });
        }
      };
      await load();
      watcher?.on('all', (_event, path) => {
        if (!path.startsWith(root)) return;
        reading = undefined;
        load().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

async function contentOf(root: string): Promise<ArchiveContent> {
  if (reading?.root !== root) reading = { root, content: readArchive(root) };
  const content = await reading.content;
  if (content.problems.length > 0) throw new Error(content.problems.map(formatProblem).join('\n'));
  return content;
}

async function dataOf(root: string, entry: Entry) {
  const { record, file, index } = entry;
  const citations = citationsOf(entry, await readBody(root, file));
  return { record, file, ...(index === undefined ? {} : { index }), citations };
}
