/** Sources outside the archive's documents and acts; anybody can look them up, so they are open. */
export const OPEN_SOURCES: ReadonlySet<string> = new Set(['register', 'official-journal', 'public-record']);

/** How the sources outside are called on a page. */
export const OPEN_SOURCE_NAMES: Readonly<Record<string, string>> = {
  register: 'public header in the Council’s register',
  'official-journal': 'Official Journal',
  'public-record': 'public record',
};

/** Locator of what a document says of itself on its first page, above its text. */
export const HEADER = 'header';

/** A source taken apart: `ST-15116-2022-INIT#2.1-4` → id and locator. */
export function parseSource(source: string): { id: string; locator: string | null } {
  const [id = '', locator] = source.split('#');
  return { id, locator: locator ?? null };
}

/** `source` fields hold one or several. */
export function listSources(source: string | readonly string[] | undefined): readonly string[] {
  return source === undefined ? [] : typeof source === 'string' ? [source] : source;
}
