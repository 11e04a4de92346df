import { decodeHTML } from 'entities';

/** The visible part of a page. */
export interface Visible {
  /** HTML of blocks alone, without attributes but the ids of headings. White space stands between the words of any two. */
  readonly html: string;
  /** The words of its first `h1`, or else of the first one on the page; empty where there is none. */
  readonly title: string;
}

const MARK = 'data-pagefind-body';
const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that are no text, or not of this page. */
const LEFT_OUT = setOf(
  'template noscript svg math iframe object canvas audio video form input button select textarea label nav dialog img',
);
/** Elements without an end tag. */
const VOID = setOf('area base br col embed hr img input link meta source track wbr');
/** Elements that go on within a line. */
export const INLINE = setOf(
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr',
);

const HEADING = /^h[1-6]$/;

/**
 * What a reader sees in the elements of a page that are marked with `data-pagefind-body`; null where none is. Hidden
 * elements, those with `data-pagefind-ignore`, links without a word (marks to copy an address from), pictures, forms,
 * scripts and comments are left out.
 * @param page well-formed HTML: every element has its end tag, but for those that never have one
 */
export function visible(page: string): Visible | null {
  const content = new Content();
  let found = false;
  let at = 0;
  for (let mark = page.indexOf(MARK); mark >= 0; mark = page.indexOf(MARK, at)) {
    at = mark + MARK.length;
    const tag = tagFrom(page, page.lastIndexOf('<', mark));
    if (!tag || !attributesOf(tag).has(MARK)) continue;
    found = true;
    at = readElement(page, tag, content);
    content.border(tag.name);
  }
  return found ? { html: content.html(), title: content.title ?? firstHeading(page) } : null;
}

function firstHeading(page: string): string {
  const [, words = ''] = /<h1\b(?:[^"'>]|"[^"]*"|'[^']*')*>([\s\S]*?)<\/h1\s*>/i.exec(page) ?? [];
  return wordsOf(words);
}

/** The words of visible HTML. */
export function wordsOf(html: string): string {
  return decodeHTML(html.replace(/<\/?[a-z][^>]*>/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A tag; or a comment, or a script or style with all that is in it, which have no name. */
interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** The element has no end tag. */
  readonly whole: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

const TAG = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z\d-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;
const COUNTS = /\s(?:id|hidden|inert|aria-hidden|data-pagefind-(?:body|ignore))(?=[\s=/]|$)/i;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

function tagFrom(page: string, from: number): Tag | null {
  TAG.lastIndex = from;
  const match = TAG.exec(page);
  if (!match) return null;
  const { 0: piece, 2: slash, 3: tag = '', 4: attributes = '', index } = match;
  const name = tag.toLowerCase();
  return {
    name,
    closes: slash === '/',
    // In pictures alone a slash ends an element.
    whole: name === '' || VOID.has(name) || (name === 'svg' && attributes.endsWith('/')),
    attributes,
    start: index,
    end: index + piece.length,
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Those of the attributes of a tag that count here, by name, where it has any. */
function attributesOf({ attributes }: Tag): ReadonlyMap<string, string> {
  if (!COUNTS.test(attributes)) return NONE;
  return new Map(
    Array.from(attributes.matchAll(ATTRIBUTE), ([, name = '', double, single, bare]) => {
      return [name.toLowerCase(), double ?? single?.replaceAll('"', '&quot;') ?? bare ?? ''];
    }),
  );
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  const marked = attributes.has('hidden') || attributes.has('inert') || attributes.has('data-pagefind-ignore');
  return marked || attributes.get('aria-hidden') === 'true';
}

/** Adds an element to the content. Returns where it ends. */
function readElement(page: string, marked: Tag, content: Content): number {
  let depth = 1;
  let at = marked.end;
  for (let tag = tagFrom(page, at); tag; tag = tagFrom(page, at)) {
    content.text(page.slice(at, tag.start));
    at = tag.end;
    if (tag.name === '') continue;
    if (tag.closes) {
      if (tag.name === marked.name) depth--;
      if (depth === 0) return at;
      content.close(tag.name);
      continue;
    }
    const attributes = attributesOf(tag);
    if (LEFT_OUT.has(tag.name) || isHidden(attributes)) {
      content.border(tag.name);
      at = endOf(page, tag);
    } else {
      if (tag.name === marked.name) depth++;
      content.open(tag.name, attributes.get('id'));
    }
  }
  return page.length;
}

function endOf(page: string, { name, whole, end }: Tag): number {
  if (whole) return end;
  let depth = 1;
  for (let tag = tagFrom(page, end); tag; tag = tagFrom(page, tag.end)) {
    if (tag.name === name && !tag.whole) depth += tag.closes ? -1 : 1;
    if (depth === 0) return tag.end;
  }
  return page.length;
}

/** The visible HTML as it grows. */
class Content {
  readonly #html: string[] = [];
  title: string | undefined;
  /** Where the open link and the open heading begin. */
  #link = 0;
  #heading = 0;
  #afterBlock = false;

  html(): string {
    return this.#html.join('');
  }

  text(words: string): void {
    if (words === '') return;
    if (this.#afterBlock) this.#html.push(' ');
    this.#afterBlock = false;
    this.#html.push(words);
  }

  border(name: string): void {
    this.#afterBlock ||= name === 'br' || !INLINE.has(name);
  }

  open(name: string, id: string | undefined): void {
    this.border(name);
    if (this.#afterBlock) this.#html.push(' ');
    this.#afterBlock = false;
    if (name === 'a') this.#link = this.#html.length;
    if (name === 'h1') this.#heading = this.#html.length;
    if (!INLINE.has(name)) this.#html.push(id && HEADING.test(name) ? `<${name} id="${id}">` : `<${name}>`);
  }

  close(name: string): void {
    if (name === 'a' && !/[\p{L}\p{N}]/u.test(this.#wordsFrom(this.#link))) this.#html.length = this.#link;
    if (name === 'h1') this.title ??= this.#wordsFrom(this.#heading);
    if (!INLINE.has(name)) this.#html.push(`</${name}>`);
    this.border(name);
  }

  #wordsFrom(place: number): string {
    return wordsOf(this.#html.slice(place).join(''));
  }
}
