import type { Catalogue } from '../archive/catalogue.ts';
import { type Channel, channelsOf } from '../export/happenings.ts';

const known = new WeakMap<Catalogue, ReadonlyMap<string, Channel>>();

/** The feed that follows the page at an address, if there is one. */
export function feedOf(archive: Catalogue, address: string): Channel | undefined {
  const channels = known.get(archive) ?? new Map(channelsOf(archive).map((channel) => [channel.address, channel]));
  known.set(archive, channels);
  return channels.get(address);
}
