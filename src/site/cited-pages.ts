import type { Catalogue } from '../archive/catalogue.ts';
import { collections } from '../archive/collections.ts';
import type { Item } from '../archive/item.ts';
import { formatLocator, pageOf } from '../archive/locator.ts';
import { pointersIn } from '../archive/schema-walk.ts';
import { parseSource } from '../archive/source.ts';
import { PREFIX, type RenderedText } from '../markdown/render.ts';

/** A page of the printed document that sources name, where the précis does not say where it begins. */
export interface CitedPage {
  /** Where the links of the sources lead. */
  readonly id: string;
  /** `page 7` */
  readonly words: string;
  /** Its beginning in the official text; null where that is not held or does not say. */
  readonly begins: string | null;
}

/** The pages that sources of this archive name, in their order. */
export function citedPages(
  archive: Catalogue,
  item: Item<'documents'>,
  precis: RenderedText | null,
  text: RenderedText | null,
): CitedPage[] {
  const locators = new Set(archive.incoming(item.address).flatMap(({ toLocator }) => toLocator ?? []));
  // What a document says of itself makes no link.
  for (const { value, to } of pointersIn(collections.documents.schema, item.entry.record)) {
    const { id, locator } = parseSource(value);
    if (to === 'source' && id === item.id && locator) locators.add(locator);
  }
  const has = (body: RenderedText | null, locator: string) =>
    body?.anchors.some((anchor) => anchor.locator === locator);
  return [...locators]
    .filter((locator) => pageOf(locator) !== null && !has(precis, locator))
    .sort((a, b) => (pageOf(a) ?? 0) - (pageOf(b) ?? 0))
    .map((locator) => ({
      id: PREFIX.precis + locator,
      words: formatLocator(locator),
      begins: has(text, locator) ? `#${PREFIX.text}${locator}` : null,
    }));
}
