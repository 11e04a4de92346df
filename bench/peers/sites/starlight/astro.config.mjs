import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  outDir: 'public',
  publicDir: 'static',
  // A list of all documents beside each of them would grow as their square.
  integrations: [starlight({ title: 'Documents', sidebar: [{ label: 'Documents', link: '/' }] })],
});
