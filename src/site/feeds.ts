import type { Catalogue, DerivedIndex } from '../archive/catalogue.ts';
import { type Channel, channelsOf } from '../publish/happenings.ts';

/** A feed as a page names it. */
type NamedFeed = Pick<Channel, 'path' | 'title'>;

/** The feeds by the addresses that they follow. */
export const FEEDS: DerivedIndex<NamedFeed> = {
  name: 'feeds',
  make: (archive) => new Map(channelsOf(archive).map(({ address, path, title }) => [address, { path, title }])),
};

/** The feed that follows the page at an address, if there is one. */
export function feedOf(archive: Catalogue, address: string): NamedFeed | undefined {
  return archive.derived(FEEDS, address);
}
