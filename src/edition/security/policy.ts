import { createHash } from 'node:crypto';

/** What a page needs to be allowed. */
export interface Needs {
  /** `sha256-…` of its inline scripts and styles. */
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  /** Searches: loads the index, and runs Pagefind's WebAssembly. */
  readonly search: boolean;
  /** Shows other pages of a copy in frames, to read them (`src/client/my-file`). */
  readonly frames?: boolean;
}

export function hashOf(inline: string): string {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`;
}

/**
 * The Content-Security-Policy of a page: nothing but what the site itself delivers, inline code only by its hash.
 * @param origin whence the site's files come: `'self'`, or `file:` for a copy that is opened from a folder, where no
 *   file has the origin of another
 * @param server origin of the server that answers searches; a copy from a folder asks none
 */
export function policyOf(
  { scripts, styles, search, frames }: Needs,
  origin: "'self'" | 'file:' = "'self'",
  server?: string,
): string {
  const hashes = (set: ReadonlySet<string>) =>
    [...set]
      .sort()
      .map((hash) => ` '${hash}'`)
      .join('');
  const connect = server && origin === "'self'" ? `${origin} ${server}` : origin;
  return [
    "default-src 'none'",
    `script-src ${origin}${hashes(scripts)}${search ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src ${origin}${hashes(styles)}`,
    `img-src ${origin}`,
    `font-src ${origin}`,
    `manifest-src ${origin}`,
    ...(search ? [`connect-src ${connect}`, `worker-src ${origin}`] : []),
    ...(frames && origin === 'file:' ? [`frame-src ${origin}`] : []),
    `form-action ${origin}`,
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The policy of the pages of a site: every page searches, and none has a script or a style of its own in it.
 * @param server origin of the server that answers searches
 */
export const pagePolicy = (server?: string): string =>
  policyOf({ scripts: new Set(), styles: new Set(), search: true }, "'self'", server);
