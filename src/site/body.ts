import type { Catalogue } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import { readBody } from '../archive/read.ts';
import { PREFIX, type RenderedText, renderText } from '../markdown/render.ts';
import { contentFolder } from './edition.ts';
import { resolverFor } from './resolve.ts';

/** The précis or official text of a document, ready for its page; null where the archive holds none. */
export async function renderBody(archive: Catalogue, item: Item<'documents' | 'texts'>): Promise<RenderedText | null> {
  const markdown = await readBody(contentFolder, item.entry.file);
  if (!markdown.trim()) return null;
  const prefix = item.collection === 'texts' ? PREFIX.text : PREFIX.precis;
  return renderText(markdown, { prefix, resolve: resolverFor(archive, item.address), shift: 1 });
}
