/** What becomes of a file of an edition in its pack. */
export type Role =
  /** Rewritten: a page, or a style sheet. */
  | 'page'
  | 'styles'
  /** Given to the scripts of the pages: held in scripts. */
  | 'fetched'
  /** Small, many, and only ever saved by a reader: held in scripts too. */
  | 'saved'
  | 'copied'
  /** Of use to servers, browsers with a network or the build only, or replaced. */
  | 'left-out';

const LEFT_OUT: readonly RegExp[] = [
  /^(?:_headers|_redirects|(?:headers|redirects)\/.*|404\.html|robots\.txt|sitemap.*\.xml|opensearch\.xml)$/,
  /^(?:service-worker\.js|keep\.json|[^/]+\.webmanifest)$/,
  /^(?:manifest\.json|SHA256SUMS)$/,
  /^offline\/.*\.zip(?:\.sha256)?$/,
  /^search\/entries\.json$/,
  // Classic scripts take their place.
  /^(?:_astro|pagefind)\/.*\.js$/,
];

/** Each entry has one: as files of their own they would take longer to unpack than everything else. */
const SAVED = /\/entry\.json$/;

export function roleOf(path: string): Role {
  if (LEFT_OUT.some((pattern) => pattern.test(path))) return 'left-out';
  if (path.endsWith('.html')) return 'page';
  if (path.endsWith('.css')) return 'styles';
  if (SAVED.test(path)) return 'saved';
  return /^(?:pagefind|search\/index)\//.test(path) ? 'fetched' : 'copied';
}
