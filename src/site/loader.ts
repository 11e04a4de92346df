import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { CatalogueInput } from '../archive/catalogue.ts';
import type { CitedReference } from '../archive/citations.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { readInputs } from '../markdown/read-catalogue.ts';
import { memosOf, remembering } from '../pipeline/remember.ts';

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
let reading: { root: string; inputs: Promise<CatalogueInput[]> } | undefined;

export function archiveLoader(name: CollectionName): Loader {
  return {
    name: `archive-${name}`,
    async load({ config, store, parseData, generateDigest, watcher, logger }) {
      const root = join(fileURLToPath(config.root), 'content');
      const load = async () => {
        const inputs = await inputsOf(root);
        store.clear();
        for (const { entry, citations } of inputs) {
          if (entry.collection !== name) continue;
          const { id, record, file, index } = entry;
          const data = await parseData({
            id,
            data: { record, file, ...(index === undefined ? {} : { index }), citations },
          });
          store.set({ id, data, digest: generateDigest(data) });
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

function inputsOf(root: string): Promise<CatalogueInput[]> {
  if (reading?.root !== root) {
    // What the build read of this content a moment ago; the development server keeps it up to date itself.
    reading = {
      root,
      inputs: remembering(process.cwd(), memosOf(dirname(root)).edition, (memo) => readInputs(root, memo)),
    };
  }
  return reading.inputs;
}
