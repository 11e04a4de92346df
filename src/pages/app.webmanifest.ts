import { edition } from '../site/edition.ts';

const NAMES = { public: 'Enfocustom', delegates: 'Enfocustom, delegates’ edition (LIMITE)' } as const;

/** What a browser installs the archive from; addresses are relative, so that it need not lie at the root of its host. */
export function GET(): Response {
  const manifest = {
    name: NAMES[edition],
    short_name: 'Enfocustom',
    id: './',
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
}
