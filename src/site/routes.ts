import type { CitedOnly } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import { archive } from './archive.ts';
import { LISTED } from './listed.ts';

interface EntryRoute {
  readonly params: { readonly collection: string; readonly id: string };
  readonly props: { readonly item?: Item; readonly cited?: CitedOnly };
}

/** Every page of an entry or of a text that is only cited. */
export function entryRoutes(): EntryRoute[] {
  const entries = LISTED.flatMap((collection) => archive.list(collection).map((item) => route(item.address, { item })));
  return [...entries, ...archive.citedOnly().map((cited) => route(cited.address, { cited }))];
}

function route(address: string, props: EntryRoute['props']): EntryRoute {
  const [, collection = '', id = ''] = address.split('/');
  return { params: { collection, id: decodeURIComponent(id) }, props };
}
