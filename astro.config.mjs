import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

const edition = process.env.ENFOCUSTOM_EDITION;
if (edition !== 'public' && edition !== 'delegates') {
  throw new Error('Astro builds one edition at a time: run npm run build, or set ENFOCUSTOM_EDITION to public or delegates');
}
const project = new URL('./', import.meta.url);
const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, project));

// Each edition has its own root, so that Astro's caches, types and input of one can never reach the other.
export default defineConfig({
  root: path(`.editions/${edition}/`),
  srcDir: path('src/'),
  publicDir: path(`.editions/${edition}/public/`),
  cacheDir: path(`.editions/${edition}/cache/`),
  outDir: path(process.env.ENFOCUSTOM_OUT ?? `dist/${edition}/`),
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx()],
  vite: {
    resolve: { alias: { '@components': path('src/components') } },
    build: { sourcemap: false },
    server: { fs: { allow: [path('./')] } },
  },
});
