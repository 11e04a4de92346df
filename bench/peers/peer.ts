import { join } from 'node:path';

/** What a peer is run with: its programs, and the folder of its site. */
export interface Setting {
  readonly site: string;
  /** Debian's Hugo. */
  readonly hugo: string;
  /** The npm package's own program, as a command. */
  readonly npm: (program: string) => readonly string[];
}

/** What an operator would pick in place of this archive, in its least form. */
export interface Peer {
  readonly name: string;
  /** Its configuration, a folder in `bench/peers/sites/`. */
  readonly template: string;
  /** Where documents go in its site, as Markdown. */
  readonly documents: string;
  /** What it runs, in order; the site comes to lie in `public`. */
  readonly steps: (setting: Setting) => readonly (readonly [name: string, command: readonly string[]])[];
}

const pagefind = ({ site, npm }: Setting) =>
  ['pagefind', [...npm('pagefind'), '--site', join(site, 'public')]] as const;

export const PEERS: readonly Peer[] = [
  {
    name: 'Hugo',
    template: 'hugo',
    documents: 'content/documents',
    steps: (setting) => [
      ['hugo', [setting.hugo, '--quiet', '--source', setting.site, '--cacheDir', join(setting.site, 'cache')]],
      pagefind(setting),
    ],
  },
  {
    name: 'Eleventy',
    template: 'eleventy',
    documents: 'content/documents',
    steps: (setting) => [['eleventy', [...setting.npm('eleventy'), '--quiet']], pagefind(setting)],
  },
  {
    // Runs Pagefind itself.
    name: 'Starlight',
    template: 'starlight',
    documents: 'src/content/docs/documents',
    steps: ({ npm }) => [['astro', [...npm('astro'), 'build']]],
  },
];
