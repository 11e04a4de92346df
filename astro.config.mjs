import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { isEdition, workFolder } from './src/edition/editions.ts';
import { endWithParent } from './src/pipeline/own-process.ts';
import { problemOverlay } from './src/pipeline/problem-overlay.ts';
import { searchServer } from './src/search/opensearch/server.ts';
import { serverSearch } from './src/search/opensearch/server-search.ts';

const edition = process.env.ENFOCUSTOM_EDITION;
if (!isEdition(edition)) {
  throw new Error(
    'Astro builds one edition at a time: run npm run build, or set ENFOCUSTOM_EDITION to public or delegates',
  );
}
const project = fileURLToPath(new URL('./', import.meta.url));
const { ENFOCUSTOM_OUT: out, ENFOCUSTOM_CACHE: cache } = process.env;
const path = (/** @type {string[]} */ ...parts) => resolve(project, ...parts);
const work = path(workFolder(edition));
// A build that begins after one was killed must be the only one that writes.
if (out) {
  endWithParent();
  process.channel?.unref();
}
const server = searchServer(process.env.ENFOCUSTOM_SEARCH, edition);

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

// Each edition has its own root, so that Astro's caches, types and input of one can never reach the other.
export default defineConfig({
  root: work,
  srcDir: path('src'),
  // A build puts the edition's other files beside the pages itself.
  publicDir: path(work, out ? 'no-files' : 'public'),
  cacheDir: path(cache ?? `${work}/cache/astro`),
  outDir: path(out ?? `dist/${edition}`),
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx()],
  vite: {
    resolve: { alias: { '@components': path('src/components') } },
    build: { sourcemap: false },
    plugins: [
      noModulePreload,
      sharedScripts,
      problemOverlay(work, path('src/site/archive.ts')),
      ...(server ? [serverSearch(server)] : []),
    ],
    server: {
      fs: { allow: [project] },
      // Ten thousand files, of which `problemOverlay` hears otherwise.
      watch: { ignored: [`${work}/content/!(guide)/**`, `${work}/cache/**`] },
    },
  },
});
