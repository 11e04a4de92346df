import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collectionNames, collections as archive } from './archive/collections.ts';
import { archiveLoader, entrySchema } from './site/loader.ts';

/** One Astro collection for each collection of the archive: records and the references their texts make, no bodies. */
const records = Object.fromEntries(
  collectionNames.map((name) => [
    name,
    defineCollection({ loader: archiveLoader(name), schema: entrySchema(archive[name].schema) }),
  ]),
);

/** The steps of the guide once more as pages: authored MDX is compiled by Astro. */
const guidePages = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/guide' }),
  schema: archive.guide.schema,
});

export const collections = { ...records, guidePages };
