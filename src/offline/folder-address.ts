const HERE = 'http://here.invalid';

/** Where an address in a page leads, seen from a folder. */
export type FolderAddress =
  /** A file of the archive, or a place in the page itself. */
  | { readonly kind: 'inside'; readonly address: string }
  /** Another site. */
  | { readonly kind: 'outside' }
  /** Nothing that the folder has: the path it asks for, and the address it would have. */
  | { readonly kind: 'missing'; readonly path: string; readonly address: string }
  /** No place at all: `mailto:`, `data:`. */
  | { readonly kind: 'other' };

/**
 * An address of the site as one that works without a server: relative, and a folder's page by its name.
 * @param page path of the file that has the address, from the root: `documents/index.html`
 * @param has whether the folder has a file with a path
 */
export function folderAddress(address: string, page: string, has: (path: string) => boolean): FolderAddress {
  if (address.startsWith('#')) return { kind: 'inside', address };
  if (!URL.canParse(address, `${HERE}/${page}`)) return { kind: 'other' };
  const url = new URL(address, `${HERE}/${page}`);
  if (url.origin !== HERE) return { kind: /^https?:$/.test(url.protocol) ? 'outside' : 'other' };
  const names = fileNames(decode(url.pathname).slice(1));
  const found = names.find(has);
  const path = found ?? names[0];
  const relativeAddress = relative(page, path) + url.search + url.hash;
  return found === undefined
    ? { kind: 'missing', path, address: relativeAddress }
    : { kind: 'inside', address: relativeAddress };
}

function fileNames(path: string): readonly [string, ...string[]] {
  return path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
}

/** The way from one file to another. */
export function relative(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared).map(encodeURIComponent)].join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
