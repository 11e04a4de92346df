import type { CitedOnly } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import { archive } from './archive.ts';
import { LISTED } from './listed.ts';

interface EntryParams {
  readonly collection: string;
  readonly id: string;
}

interface EntryRoute {
  readonly params: EntryParams;
  readonly props: { readonly item?: Item; readonly cited?: CitedOnly };
}

/** Every page of an entry or of a text that is only cited. */
export function entryRoutes(): EntryRoute[] {
  const entries = LISTED.flatMap((collection) => archive.list(collection).map((item) => ({ item })));
  const cited = archive.citedOnly().map((cited) => ({ cited }));
  return [
    ...entries.map((props) => ({ params: paramsOf(props.item.address), props })),
    ...cited.map((props) => ({ params: paramsOf(props.cited.address), props })),
  ];
}

/** `/documents/st-1-2020-init/` → its collection and id, as routes name them. */
export function paramsOf(address: string): EntryParams {
  const [, collection = '', id = ''] = address.split('/');
  return { collection, id: decodeURIComponent(id) };
}
