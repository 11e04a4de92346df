import { RewritingStream } from 'parse5-html-rewriting-stream';
import { hashOf, type Needs, policyOf } from './policy.ts';

/** A page with what it needs to be allowed, and what can never be allowed. */
export interface ExaminedPage {
  readonly needs: Needs;
  readonly faults: readonly string[];
  /** The page with its policy. */
  withPolicy(origin?: "'self'" | 'file:', server?: string): string;
}

/** Attributes whose values are addresses. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href']);
const FORBIDDEN = new Set(['iframe', 'object', 'embed', 'base', 'applet', 'frame']);
/** Types of script elements that hold data and are not run. */
const DATA = /^(?:application\/(?:[\w.]+\+)?json|text\/plain)$/;

/** Reads a page with an HTML parser; a policy that stands in it already is taken out. */
export async function examine(html: string): Promise<ExaminedPage> {
  const pieces: string[] = [];
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const faults: string[] = [];
  let search = false;
  let frames = false;
  let runs = false;
  let head = -1;
  let inline: { set: Set<string>; text: string } | null = null;

  const stream = new RewritingStream();
  stream.on('startTag', (tag, raw) => {
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]));
    if (isPolicy(tag.tagName, attributes)) return;
    pieces.push(raw);
    faults.push(...faultsOf(tag.tagName, attributes));
    // Behind the declaration of the encoding, which must be among the first bytes.
    if (tag.tagName === 'head' || (tag.tagName === 'meta' && attributes.has('charset'))) head = pieces.length;
    if (tag.tagName === 'search' || attributes.get('role') === 'search') search = true;
    frames ||= attributes.has('data-reads-pages');
    if (tag.tagName === 'script') {
      const data = DATA.test(attributes.get('type') ?? '');
      runs ||= !data;
      inline = attributes.has('src') || data ? null : { set: scripts, text: '' };
    } else if (tag.tagName === 'style') inline = { set: styles, text: '' };
  });
  stream.on('endTag', (tag, raw) => {
    if (inline && (tag.tagName === 'script' || tag.tagName === 'style')) {
      inline.set.add(hashOf(inline.text));
      inline = null;
    }
    pieces.push(raw);
  });
  stream.on('text', (_, raw) => {
    if (inline) inline.text += raw;
    pieces.push(raw);
  });
  for (const other of ['comment', 'doctype'] as const) stream.on(other, (_: unknown, raw: string) => pieces.push(raw));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject).on('finish', resolve);
    stream.resume();
    stream.end(html);
  });
  if (head < 0) faults.push('it has no head');
  const needs = { scripts, styles, search: search && runs, frames };
  return {
    needs,
    faults,
    withPolicy(origin, server) {
      const meta = `<meta http-equiv="content-security-policy" content="${policyOf(needs, origin, server)}">`;
      return [...pieces.slice(0, head), meta, ...pieces.slice(head)].join('');
    },
  };
}

function isPolicy(tag: string, attributes: ReadonlyMap<string, string>): boolean {
  return tag === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy';
}

function* faultsOf(tag: string, attributes: ReadonlyMap<string, string>): Iterable<string> {
  if (FORBIDDEN.has(tag)) yield `<${tag}> is not used in this site`;
  if (tag === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh')
    yield 'it sends its reader elsewhere';
  for (const [name, value] of attributes) {
    if (name === 'style') yield `<${tag}> has a style attribute: use a class`;
    if (/^on[a-z]+$/.test(name)) yield `<${tag}> has the handler ${name}: use a script`;
    // Browsers skip control characters and spaces in front of and inside the scheme.
    const address = value.replace(/[\p{Cc}\s]+/gu, '');
    if (ADDRESSES.has(name) && /^(?:javascript|vbscript|data):/i.test(address))
      yield `<${tag}> leads to ${address.slice(0, 40)}`;
  }
}
