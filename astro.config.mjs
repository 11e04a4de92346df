import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
const edition = process.env.ENFOCUSTOM_EDITION ?? 'public';
const here = new URL('./', import.meta.url);
const work = new URL(`.editions/${edition}/`, here);
const p = (u) => fileURLToPath(u);
export default defineConfig({
  root: p(work),
  srcDir: p(new URL('src/', here)),
  publicDir: p(new URL('public/', work)),
  outDir: p(new URL(`dist/${edition}/`, here)),
  cacheDir: p(new URL('cache/', work)),
});
