import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { searchServer } from './src/search/opensearch/server.ts';
import { serverSearch } from './src/search/opensearch/server-search.ts';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
// The bundler only needs to know that there is one; each edition asks an index of its own name.
const server = searchServer(process.env.ENFOCUSTOM_SEARCH, 'public');

/**
 * Scripts are few and small: without preloading they hold no addresses from the root of a host, and can be made classic
 * ones for a copy that opens from a folder. Astro sets the option itself; only a plugin comes after it.
 */
const noModulePreload = {
  name: 'no-module-preload',
  configEnvironment: (/** @type {string} */ name) =>
    name === 'client' ? { build: { modulePreload: /** @type {const} */ (false) } } : undefined,
};

const SHARED = /(?:(?:site-address|ask|store|download)\.client|my-file\/file|archive\/locator)\.ts$/;

// What the script of every page shares with those of single pages: a file for each would be a request for each.
const sharedScripts = {
  name: 'shared-scripts',
  configEnvironment: (/** @type {string} */ name) =>
    name === 'client'
      ? {
          build: {
            rolldownOptions: {
              output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } },
            },
          },
        }
      : undefined,
};

/** What both editions share; `src/build/astro.ts` adds the folders of each. */
export default defineConfig({
  srcDir: path('src'),
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  // The policy of the pages allows no styles or scripts in them.
  build: { inlineStylesheets: 'never' },
  integrations: [mdx()],
  vite: {
    resolve: { alias: { '@components': path('src/components') } },
    build: { sourcemap: false, assetsInlineLimit: 0 },
    plugins: [noModulePreload, sharedScripts, ...(server ? [serverSearch(server)] : [])],
    server: { fs: { allow: [path('.')] } },
  },
});
