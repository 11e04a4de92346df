import { defineCollection } from 'astro:content';
import { z } from 'zod';
export const collections = {
  documents: defineCollection({
    loader: {
      name: 'x',
      load: async (c) => {
        console.log(c.config.root.href, c.config.cacheDir.href);
        c.store.clear();
        c.store.set({ id: 'a', data: await c.parseData({ id: 'a', data: { title: 'A' } }) });
      },
    },
    schema: z.strictObject({ title: z.string() }),
  }),
};
