/** Words in place of a source; anybody can look these up, so they are open. */
export const OPEN_SOURCES: ReadonlySet<string> = new Set(['official-journal', 'general-knowledge']);

/** Locator of what a document says of itself on its first page, above its text. */
export const HEADER = 'header';

/** A source taken apart. */
export interface Source {
  /** A document, an act, a press or web source, or one of `OPEN_SOURCES`. */
  readonly id: string;
  readonly locator: string | null;
  /** Whether it is what the Council's public register says of a document, and not the document. */
  readonly register: boolean;
}

/** `ST-15116-2022-INIT#2.1-4` → id and locator; `register:ST-11984-2013-INIT` → id, of the register. */
export function parseSource(source: string): Source {
  const register = source.startsWith(REGISTER);
  const [id = '', locator] = (register ? source.slice(REGISTER.length) : source).split('#');
  return { id, locator: locator ?? null, register };
}

const REGISTER = 'register:';

/** `source` fields hold one or several. */
export function listSources(source: string | readonly string[] | undefined): readonly string[] {
  return source === undefined ? [] : typeof source === 'string' ? [source] : source;
}
