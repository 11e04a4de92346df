/** Part of a collection’s list, or of another list with a page of its own: `/documents/list/1998/`. */
export const listPart = (list: string, name: string) => `${list}list/${name}/`;

/** Part of what links to a page: `/topics/cash/links/2/`. */
export const linksPart = (address: string, name: string) => `${address}links/${name}/`;

/** Part of the timeline of an entry, or of the whole archive (null): `/topics/cash/timeline/1998/`, `/timeline/1998/`. */
export const timelinePart = (address: string | null, name: string) => `${address ?? '/'}timeline/${name}/`;

const PARTS = [
  /^(\/[^/]+\/)list\/[^/]+\/$/,
  /^(\/[^/]+\/[^/]+\/)(?:links|timeline)\/[^/]+\/$/,
  /^(\/timeline\/)[^/]+\/$/,
];

/** The page whose list an address is a part of; null where it is none. */
export function homeOfPart(address: string): string | null {
  for (const pattern of PARTS) {
    const home = pattern.exec(address)?.[1];
    if (home !== undefined) return home;
  }
  return null;
}
