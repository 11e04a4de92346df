import { RewritingStream } from 'parse5-html-rewriting-stream';
import { folderAddress } from './folder-address.ts';

type StartTag = Parameters<RewritingStream['emitStartTag']>[0];

export interface Surroundings {
  /** Whether the folder has a file with a path. */
  has(path: string): boolean;
  /** Whether a script holds the file with a path: a link to it is marked with `data-held`. */
  held(path: string): boolean;
  /** Path of the classic script that does what a module does. */
  classic(module: { readonly src: string } | { readonly code: string }): string;
  /** Paths of classic scripts that every page loads before all others. */
  readonly first: readonly string[];
}

export interface RewrittenPage {
  readonly html: string;
  /** Paths that its addresses lead to and the folder does not have. */
  readonly missing: readonly string[];
}

/** Attributes that hold one address. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'xlink:href']);
/** Attributes that hold several, each with a width or density behind it. */
const SETS = new Set(['srcset', 'imagesrcset']);
/** They ask for headers that no folder sends. */
const DROPPED_ATTRIBUTES = new Set(['crossorigin', 'integrity']);
/** Links that only make sense with a server: hints to load, and what a browser installs from. */
const DROPPED_LINKS = /^(?:modulepreload|preload|prefetch|preconnect|dns-prefetch|manifest|search)$/;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const OUTSIDE_MARK =
  '<span class="outside-copy" aria-hidden="true">\u00a0↗</span><span class="visually-hidden"> (outside this copy, opens in a new tab)</span>';

/**
 * A page of the site as a page of a folder: addresses relative, modules replaced by classic scripts, links to other sites
 * marked and opening in a new tab. Elements with `data-world="web"` are left out, those with `data-world="folder"` shown.
 * @param path of the page's file, from the root
 */
export async function rewritePage(html: string, path: string, around: Surroundings): Promise<RewrittenPage> {
  const page = new PageRewriter(path, around);
  const stream = new RewritingStream();
  const pieces: string[] = [];
  stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  stream.on('startTag', (tag, raw) => page.startTag(stream, tag, raw));
  stream.on('endTag', (tag, raw) => page.endTag(stream, tag.tagName, raw));
  stream.on('text', (_, raw) => page.text(stream, raw));
  for (const other of ['comment', 'doctype'] as const) {
    stream.on(other, (_: unknown, raw: string) => page.other(stream, raw));
  }
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject).on('end', resolve);
    stream.end(html);
  });
  return { html: pieces.join(''), missing: page.missing };
}

class PageRewriter {
  readonly missing: string[] = [];
  readonly #path: string;
  readonly #around: Surroundings;
  /** The element that is being left out, and how many of its name are open. */
  #leftOut: { tagName: string; depth: number } | null = null;
  /** The code of an inline module so far. */
  #module: string[] | null = null;
  /** Whether each open link leads outside. */
  readonly #links: boolean[] = [];
  #pictures = 0;

  constructor(path: string, around: Surroundings) {
    this.#path = path;
    this.#around = around;
  }

  startTag(stream: RewritingStream, tag: StartTag, raw: string): void {
    const { tagName } = tag;
    if (this.#leftOut) {
      if (tagName === this.#leftOut.tagName && !tag.selfClosing) this.#leftOut.depth++;
      return;
    }
    const attribute = (name: string) => tag.attrs.find((one) => one.name === name)?.value;
    if (attribute('data-world') === 'web') {
      if (!VOID.has(tagName)) this.#leftOut = { tagName, depth: 1 };
      return;
    }
    if (tagName === 'link' && this.#isDropped(words(attribute('rel')), attribute('href') ?? '')) return;
    if (tagName === 'script' && attribute('type') === 'module') {
      const src = attribute('src');
      if (src === undefined) this.#module = [];
      else this.#script(stream, this.#around.classic({ src }));
      return;
    }
    if (tagName === 'svg') this.#pictures++;
    const before = written(tag);
    const outside = this.#rewrite(tag);
    if (tagName === 'a' && !tag.selfClosing) this.#links.push(outside);
    if (written(tag) === before) stream.emitRaw(raw);
    else stream.emitStartTag(withPrefixes(tag));
    // Behind the declaration of the encoding, which must be among the first bytes.
    if (tagName === 'meta' && attribute('charset') !== undefined) {
      for (const script of this.#around.first) {
        this.#script(stream, script);
        stream.emitRaw('</script>');
      }
    }
  }

  endTag(stream: RewritingStream, tagName: string, raw: string): void {
    if (this.#leftOut) {
      if (tagName === this.#leftOut.tagName && --this.#leftOut.depth === 0) this.#leftOut = null;
      return;
    }
    if (tagName === 'script' && this.#module) {
      const code = this.#module.join('');
      this.#module = null;
      this.#script(stream, this.#around.classic({ code }));
    }
    if (tagName === 'svg') this.#pictures--;
    if (tagName === 'a' && this.#links.pop() && this.#pictures === 0) stream.emitRaw(OUTSIDE_MARK);
    stream.emitRaw(raw);
  }

  text(stream: RewritingStream, raw: string): void {
    if (this.#module) this.#module.push(raw);
    else this.other(stream, raw);
  }

  other(stream: RewritingStream, raw: string): void {
    if (!this.#leftOut) stream.emitRaw(raw);
  }

  #isDropped(rel: readonly string[], href: string): boolean {
    if (rel.some((one) => DROPPED_LINKS.test(one))) return true;
    // What a page merely points to is not missed where it was left out.
    return !rel.includes('stylesheet') && folderAddress(href, this.#path, this.#around.has).kind === 'missing';
  }

  /** Modules run when the page is read, in their order: so do deferred scripts. */
  #script(stream: RewritingStream, path: string): void {
    const address = folderAddress(`/${path}`, this.#path, () => true);
    if (address.kind === 'inside') stream.emitRaw(`<script defer src="${address.address}">`);
  }

  /** Changes a tag's attributes; says whether it is a link to another site. */
  #rewrite(tag: StartTag): boolean {
    let outside = false;
    const marks: StartTag['attrs'] = [];
    tag.attrs = tag.attrs.filter(({ name }) => !DROPPED_ATTRIBUTES.has(name));
    const shown = tag.attrs.some(({ name, value }) => name === 'data-world' && value === 'folder');
    if (shown) tag.attrs = tag.attrs.filter(({ name }) => name !== 'hidden');
    for (const attribute of tag.attrs) {
      const { name, value } = attribute;
      if (ADDRESSES.has(attribute.prefix ? `${attribute.prefix}:${name}` : name)) {
        const found = folderAddress(value, this.#path, this.#around.has);
        const held = found.kind === 'missing' && tag.tagName === 'a' && this.#around.held(found.path);
        if (held) marks.push({ name: 'data-held', value: '' });
        else if (found.kind === 'missing') this.missing.push(found.path);
        if (found.kind === 'inside' || found.kind === 'missing') attribute.value = found.address;
        outside ||= found.kind === 'outside' && (tag.tagName === 'a' || tag.tagName === 'area');
      } else if (SETS.has(name)) attribute.value = this.#set(value);
      else if (name.startsWith('data-')) attribute.value = this.#data(value);
    }
    tag.attrs.push(...marks);
    if (outside) openApart(tag);
    return outside;
  }

  #set(value: string): string {
    return value
      .split(',')
      .map((one) => {
        const [address = '', ...size] = one.trim().split(/\s+/);
        return [this.#known(address), ...size].join(' ');
      })
      .join(', ');
  }

  /** What scripts find in a page: an address, or JSON that holds addresses. */
  #data(value: string): string {
    if (value.startsWith('/')) return this.#known(value);
    if (!/^[[{]/.test(value) || !value.includes('"/')) return value;
    try {
      return JSON.stringify(JSON.parse(value, (_, one) => (typeof one === 'string' ? this.#known(one) : one)));
    } catch {
      return value;
    }
  }

  /** A root-relative address of something in the folder; anything else stays. */
  #known(value: string): string {
    if (!value.startsWith('/')) return value;
    const found = folderAddress(value, this.#path, this.#around.has);
    return found.kind === 'inside' ? found.address : value;
  }
}

function written({ attrs }: StartTag): string {
  return attrs.map(({ name, value }) => `${name}=${value}`).join('\n');
}

/** The rewriter writes names of attributes without the prefixes that SVG gives them. */
function withPrefixes(tag: StartTag): StartTag {
  const attrs = tag.attrs.map(({ prefix, name, value }) => ({ name: prefix ? `${prefix}:${name}` : name, value }));
  return { ...tag, attrs };
}

function openApart(tag: StartTag): void {
  const rel = words(tag.attrs.find(({ name }) => name === 'rel')?.value);
  tag.attrs = tag.attrs.filter(({ name }) => name !== 'rel' && name !== 'target');
  tag.attrs.push({ name: 'target', value: '_blank' });
  tag.attrs.push({ name: 'rel', value: [...new Set([...rel, 'external', 'noopener', 'noreferrer'])].join(' ') });
}

function words(value: string | undefined): string[] {
  return (value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}
