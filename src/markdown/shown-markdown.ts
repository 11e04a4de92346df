import type { Definition, FootnoteDefinition, Image, Node, Nodes, Root, Table } from 'mdast';
import { markdownToMdast } from 'satteri';
import { COMMENT } from './comment.ts';
import { features } from './parse.ts';
import { setApart } from './withheld-blocks.ts';

/** Without one of these signs, a text shows every one of its words. */
const MAY_HIDE = /[<[`~{|]/;

/** Taking one thing out can bring out the next; more rounds than these mean that the text does not come to rest. */
const ROUNDS = 5;

/** A piece of a text and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** It stood between blocks, which stay apart. */
  readonly block?: boolean;
}

/**
 * The Markdown of a text without what no page shows: comments, definitions and their titles, titles of links and pictures,
 * addresses that are no links, info strings of code, classes of headings, cells beyond the columns of a table, footnotes
 * that nothing refers to, and labels of footnotes, which become numbers in the order of their use. Everything else stays
 * as it was typed. `hiddenFaults` tells whether that moved a place of the text.
 */
export function shownMarkdown(body: string): string {
  let text = setApart(body);
  for (let round = 0; round < ROUNDS && MAY_HIDE.test(text); round++) {
    const edits = new Hidden(text).edits();
    if (edits.length === 0) break;
    text = apply(text, edits);
  }
  return `${text.replace(/^\n+/, '').trimEnd()}\n`;
}

/** The first line, from 1, on which a text holds something that no page shows; null where it shows everything. */
export function firstHidden(body: string): number | null {
  const [first] = MAY_HIDE.test(body) ? new Hidden(body).edits() : [];
  return first ? body.slice(0, first.from).split('\n').length : null;
}

function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, words, block } of edits) {
    result += text.slice(at, from) + words;
    at = to;
    if (!block) continue;
    const between = result.endsWith('\n\n') || result === '' ? '' : '\n';
    // Of the empty lines around a block that goes one stays.
    while (text[at] === '\n') at++;
    if (at < text.length) result += between;
  }
  return result + text.slice(at);
}

/** Finds what a text holds and no page shows. */
class Hidden {
  readonly #text: string;
  readonly #tree: Root;
  readonly #definitions = new Map<string, Definition>();
  readonly #notes: ReadonlyMap<FootnoteDefinition, number>;
  readonly #numbers = new Map<string, number>();
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#tree = treeOf(text);
    walk(this.#tree, (node) => {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
      return true;
    });
    this.#notes = this.#numberNotes();
  }

  /** In the order of the text; none overlaps another. */
  edits(): readonly Edit[] {
    walk(this.#tree, (node, parent) => this.#look(node, parent));
    return this.#edits.sort((a, b) => a.from - b.from);
  }

  #look(node: Nodes, parent: Nodes | undefined): boolean {
    switch (node.type) {
      // Shown as it was typed.
      case 'textDirective':
      case 'leafDirective':
        return false;
      case 'html':
        this.#comments(node, parent);
        return true;
      case 'definition':
        this.#removeBlock(node);
        return false;
      case 'footnoteDefinition': {
        const number = this.#notes.get(node);
        if (number === undefined) {
          this.#removeBlock(node);
          return false;
        }
        this.#label(node, number);
        return true;
      }
      case 'footnoteReference':
        this.#label(node, this.#numbers.get(node.identifier));
        return true;
      case 'link':
        if (node.title !== null || !isShownTarget(node.url)) this.#target(node, node.url);
        return true;
      case 'linkReference':
        this.#target(node, this.#definitions.get(node.identifier)?.url ?? '');
        return true;
      case 'image': {
        const plain = node.title === null && PICTURE.test(node.url) && !this.#words(node).includes('<!--');
        if (!plain) this.#replace(node, pictureOf(node.alt, node.url));
        return false;
      }
      case 'imageReference':
        this.#replace(node, pictureOf(node.alt, this.#definitions.get(node.identifier)?.url ?? ''));
        return false;
      case 'code':
        this.#infoString(node);
        return true;
      case 'heading':
        this.#attributes(node);
        return true;
      case 'table':
        this.#cells(node);
        return true;
      default:
        return true;
    }
  }

  #words(node: Node): string {
    const { from, to } = spanOf(node);
    return this.#text.slice(from, to);
  }

  #replace(node: Node, words: string): void {
    if (this.#words(node) !== words) this.#edits.push({ ...spanOf(node), words });
  }

  /** Takes a block away with its lines; in a quotation or behind the mark of an item, where it stands. */
  #removeBlock(node: Node): void {
    const span = spanOf(node);
    const lines = this.#linesOf(span);
    this.#edits.push(lines ? { ...lines, words: '', block: true } : { ...span, words: '' });
  }

  /** The lines that a span takes up; null where it shares them. */
  #linesOf({ from, to }: { from: number; to: number }): { from: number; to: number } | null {
    let [start, end] = [from, to];
    while (/[ \t]/.test(this.#text[start - 1] ?? '')) start--;
    while (/[ \t]/.test(this.#text[end] ?? '')) end++;
    const isAlone = /^\n?$/.test(this.#text[start - 1] ?? '') && /^\n?$/.test(this.#text[end] ?? '');
    return isAlone ? { from: start, to: end + 1 } : null;
  }

  #comments(node: Node, parent: Nodes | undefined): void {
    const words = this.#words(node);
    if (parent && BLOCK_PARENTS.has(parent.type) && words.replace(COMMENT, '').trim() === '') {
      this.#removeBlock(node);
      return;
    }
    for (const { 0: comment, index } of words.matchAll(COMMENT)) {
      const from = spanOf(node).from + index;
      const span = { from, to: from + comment.length };
      this.#edits.push({ ...(this.#linesOf(span) ?? span), words: '' });
    }
  }

  #label(node: Node, number: number | undefined): void {
    const label = /^\[\^(?:\\.|[^\\\]])*\]/s.exec(this.#words(node))?.[0];
    const { from } = spanOf(node);
    if (label === undefined || number === undefined || label === `[^${number}]`) return;
    this.#edits.push({ from, to: from + label.length, words: `[^${number}]` });
  }

  /** Writes the address of a link behind its words, and nothing but it. */
  #target(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, url: string): void {
    const { from, to } = spanOf(node);
    const last = node.children.at(-1);
    const end = last ? spanOf(last).to : from + 1;
    const close = this.#text.indexOf(']', end);
    if (close < 0 || close >= to || this.#text.slice(end, close).trim() !== '') return;
    this.#edits.push({ from: close, to, words: `](${targetOf(url)})` });
  }

  #infoString(node: Node): void {
    const [, fence = '', info = ''] = /^(`{3,}|~{3,})([^\n]*)/.exec(this.#words(node)) ?? [];
    const from = spanOf(node).from + fence.length;
    if (info.trim() !== '') this.#edits.push({ from, to: from + info.length, words: '' });
  }

  #attributes(node: Extract<Nodes, { type: 'heading' }>): void {
    const { id, ...others } = (node.data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties ?? {};
    if (Object.keys(others).length === 0) return;
    const words = this.#words(node);
    // They close the heading, or stand before a directive that does.
    const found = ATTRIBUTES.exec(words) ?? Array.from(words.matchAll(/[ \t]*\{[^{}\n]*\}/g)).at(-1);
    if (!found) return;
    const from = spanOf(node).from + found.index;
    this.#edits.push({
      from,
      to: from + found[0].length,
      words: typeof id === 'string' ? `${found.index > 0 ? ' ' : ''}{#${id}}` : '',
    });
  }

  #cells({ children: rows }: Table): void {
    const columns = rows[0]?.children.length ?? 0;
    for (const { children: cells } of rows) {
      const [first, last] = [cells[columns], cells.at(-1)];
      if (!first || !last) continue;
      this.#edits.push({ from: spanOf(first).from, to: spanOf(last).to, words: '|' });
      cells.length = columns;
    }
  }

  /** The footnotes that are shown, the first of each label, by their numbers: in the order in which they are called. */
  #numberNotes(): ReadonlyMap<FootnoteDefinition, number> {
    const byLabel = new Map<string, FootnoteDefinition>();
    walk(this.#tree, (node) => {
      if (node.type === 'footnoteDefinition' && !byLabel.has(node.identifier)) byLabel.set(node.identifier, node);
      return true;
    });
    const called = new Set<FootnoteDefinition>();
    const call = (within: Nodes) =>
      walk(within, (node) => {
        if (node.type === 'textDirective' || node.type === 'leafDirective') return false;
        if (node.type === 'footnoteDefinition' && node !== within) return false;
        const note = node.type === 'footnoteReference' ? byLabel.get(node.identifier) : undefined;
        if (note) called.add(note);
        return true;
      });
    call(this.#tree);
    for (const note of called) call(note);
    const typed = new Set([...this.#text.matchAll(/\[\^(\d{1,9})\]/g)].map(([, number]) => Number(number)));
    for (const { identifier } of called) typed.delete(Number(identifier));
    const numbers = new Map<FootnoteDefinition, number>();
    let number = 0;
    for (const note of called) {
      // A number in brackets that is no call of a note must not become one.
      do number++;
      while (typed.has(number));
      numbers.set(note, number);
      this.#numbers.set(note.identifier, number);
    }
    return numbers;
  }
}

/** The attributes at the end of a heading, before what marks it as one. */
const ATTRIBUTES = /[ \t]*\{[^{}\n]*\}(?=[ \t]*(?:#+[ \t]*)?(?:\n[ \t>]*(?:=+|-+)[ \t]*)?$)/;

const BLOCK_PARENTS: ReadonlySet<string> = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'containerDirective',
]);

/** Visits a node and, where `look` answers true, what is in it, in the order of the text; `unist-util-visit` looks for each child among its siblings. */
function walk(node: Nodes, look: (node: Nodes, parent?: Nodes) => boolean, parent?: Nodes): void {
  if (!look(node, parent) || !('children' in node)) return;
  for (const child of node.children) walk(child, look, node);
}

function treeOf(text: string): Root {
  const tree = markdownToMdast(text, { features: features('s-') });
  if (tree.type !== 'root') throw new Error('a text is the root of its tree');
  return tree;
}

function spanOf({ position }: Node): { from: number; to: number } {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (from === undefined || to === undefined) throw new Error('the parser gives each node its place');
  return { from, to };
}

/** Pictures that a text may name. */
const PICTURE = /^\/files\/[\w.-]+$/;

/** A page makes a link of it: `sanitize` lets no other scheme through. */
function isShownTarget(url: string): boolean {
  if (/^\s*[/\\]{2}/.test(url)) return false;
  const scheme = /^[^/?#]*?(?=:)/.exec(url)?.[0];
  return scheme === undefined || /^(?:https?|mailto)$/.test(scheme);
}

/** An address as Markdown has it between the brackets of a link. */
function targetOf(url: string): string {
  if (!isShownTarget(url)) return '';
  const safe = url.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign)).replace(/&(?=#?\w+;)/g, '&amp;');
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

/** A picture with its words as a page shows them. */
function pictureOf(alt: Image['alt'], url: string): string {
  const words = (alt ?? '').replace(COMMENT, '').replace(/[\\`*_[\]<&|~:^]/g, '\\$&');
  return `![${words.replace(/\s+/g, ' ')}](${PICTURE.test(url) ? url : ''})`;
}
