import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as archive } from './archive/collections.ts';

/** The steps of the guide as pages: authored MDX is compiled by Astro. All else is read by `site/archive.ts`. */
const guidePages = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/guide' }),
  schema: archive.guide.schema,
});

export const collections = { guidePages };
