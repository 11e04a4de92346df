/** A tag of an XML text; comments and declarations are none. */
export interface XmlTag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** As written, `<` to `>`. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** The tags of well-formed XML without entities of its own, one after the other. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  for (let start = xml.indexOf('<'); start >= 0; ) {
    const close = xml.indexOf('>', start);
    if (close < 0) return;
    const source = xml.slice(start, close + 1);
    const name = /^<\/?([\w:.-]+)/.exec(source)?.[1];
    if (name) {
      const kind = source[1] === '/' ? 'close' : source.at(-2) === '/' ? 'empty' : 'open';
      yield { name, kind, source, start, end: close + 1 };
    }
    start = xml.indexOf('<', close + 1);
  }
}

export function xmlAttribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words in elements called `name`, a line for each element called `line`. */
export function xmlWords(xml: string, name: string, line: string): string {
  let words = '';
  let from = -1;
  for (const tag of xmlTags(xml)) {
    if (tag.name === line && tag.kind === 'close') words += '\n';
    if (tag.name !== name) continue;
    if (tag.kind === 'open') from = tag.end;
    else if (from >= 0) words += xml.slice(from, tag.start);
  }
  return words.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}
