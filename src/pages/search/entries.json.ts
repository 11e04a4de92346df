import { entryList } from '../../search/entry-list.ts';
import { archive } from '../../site/archive.ts';

/** What the search index is made of besides the pages; `buildIndex` reads it. */
export function GET(): Response {
  return new Response(JSON.stringify(entryList(archive)), { headers: { 'content-type': 'application/json' } });
}
