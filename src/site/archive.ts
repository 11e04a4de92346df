import { getCollection } from 'astro:content';
import type { Catalogue } from '../archive/catalogue.ts';
import type { CitedReference } from '../archive/citations.ts';
import { collectionNames, type Entry } from '../archive/collections.ts';
import { AskedCatalogue } from './asked.ts';

interface Stored {
  readonly record: unknown;
  readonly file: string;
  readonly index?: number;
  readonly citations: readonly CitedReference[];
}

/** The catalogue of the edition that is being built: every page asks it, nobody else reads a collection. */
export const archive: Catalogue = await load();

async function load(): Promise<Catalogue> {
  const inputs = await Promise.all(
    collectionNames.map(async (collection) =>
      (await getCollection(collection as never)).map(({ id, data }: { id: string; data: Stored }) => {
        const { record, file, index, citations } = data;
        return { entry: { collection, id, file, index, record } as Entry, citations };
      }),
    ),
  );
  return new AskedCatalogue(inputs.flat());
}
