/** Some lines of a text, with the number of the first. */
export interface Passage {
  readonly line: number;
  readonly text: string;
}

/** A Markdown body: with an empty line for each that is withheld, and what stood there. */
export interface SplitBody {
  readonly open: string;
  readonly withheld: readonly Passage[];
  /** Whether a portion of it is marked as withheld. */
  readonly portions: boolean;
}

const PORTION = /(?<=^:::withheld.*\n)[\s\S]*?(?=^:::[ \t]*$|(?![\s\S]))/gm;
const COMMENT = /<!--[\s\S]*?(?:-->|$(?![\s\S]))/g;
/** A note, to the next block that is not indented, or the target of links; `[//]: # (so)` is a comment. */
const DEFINITION = /^ {0,3}\[(\^[^\]\n]+)\]:.*(?:\n(?=[^\s#:[]).+|\n+(?: {2,}|\t).+)*|^ {0,3}\[([^\]\n]+)\]:.*/gm;

/** Whether a body has portions, comments or definitions: anything that `splitBody` may take out. */
export const isMarked = (body: string) => /:::withheld|<!--|\]:/.test(body);

/** Withheld are the lines between `:::withheld` and `:::`, comments, and definitions that nothing open refers to. */
export function splitBody(body: string): SplitBody {
  if (!isMarked(body)) return { open: body, withheld: [], portions: false };
  const portions = body.startsWith(':::withheld') || body.includes('\n:::withheld');
  const withheld: Passage[] = [];
  const cut = (text: string, pattern: RegExp, isWithheld = (_label: unknown) => true) =>
    text.replace(pattern, (passage: string, ...more: unknown[]) => {
      if (!isWithheld(more[0] ?? more[1])) return passage;
      const before = more.findLast((one) => typeof one === 'number') ?? 0;
      withheld.push({ line: 1 + linesIn(text.slice(0, before)), text: passage });
      return passage.replace(/[^\n]+/g, '');
    });
  const shown = cut(portions ? cut(body, PORTION) : body, COMMENT);
  const definitions = new Map(
    Array.from(shown.matchAll(DEFINITION), ([text, note, target = '']) => [note ?? target, text]),
  );
  const used = new Set<string>();
  const use = (text: string) => {
    for (const [label, definition] of definitions) {
      if (used.has(label) || !text.toLowerCase().includes(`[${label.toLowerCase()}]`)) continue;
      used.add(label);
      use(definition.slice(definition.indexOf(':')));
    }
  };
  use(shown.replace(DEFINITION, ''));
  const open = cut(shown, DEFINITION, (label) => !used.has(String(label)));
  return { open, withheld, portions };
}

/** A block of a text begins behind an empty line, and with a heading, an item, a row of a table or a definition. */
const BLOCK = /(?<=\n)(?=\s*\n|\s*(?:[-*+#|]|\(?[a-z\d]{1,4}[.)]\s|\[[^\]\n]+\]:|:{2}))/;

/** The target and title of a link, and what an attribute or an expression of a page of the guide says. */
const INSIDE = /\]\(\s*([^\s()]*)\s*(?:"([^"]*)")?|[={]\s*["'`]([^"'`]*)/g;

/** The blocks of a passage, each as it is written and as a page shows it, and what is inside their marks. */
export function* blocksOf({ line, text }: Passage): Iterable<Passage> {
  let at = line;
  for (const block of text.split(BLOCK)) {
    const inside = Array.from(block.matchAll(INSIDE), (found) => found.slice(1)).flat();
    // A number in front may as well be the end of what stands before the words on a page.
    const forms = /^\s*\|/.test(block) ? block.split('|') : [block.replace(MARK, ''), shownOf(block), ...inside];
    const first = at + linesIn(/^\s*/.exec(block)?.[0] ?? '');
    for (const form of new Set(forms)) if (form?.trim()) yield { line: first, text: form };
    at += linesIn(block);
  }
}

/** The mark of an item or heading, with its number. */
const MARK = /^\s*(?:[-*+]\s|(?:#+\s+)?(?:\d[\d.]*[.)]?\s)?)/m;

const linesIn = (text: string) => text.split('\n').length - 1;

/** Markdown as a page shows its words. */
export function shownOf(markdown: string): string {
  return markdown
    .replace(/!?\[((?:[^[\]]|\[[^\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\[\^[^\]]+\]:?|\{#[^}]*\}|::?page\[\d+\]|<[^<>]+>|\\(?=[^\w\s])/g, '')
    .replace(new RegExp(MARK, 'gm'), '');
}

/**
 * The places in a text that are open though a portion of it is withheld: its header; a section without a portion; of
 * a section with one the items and paragraphs, as far as there are open ones. Whatever else a source may name is not.
 */
export function openPlaces({ open }: SplitBody): (place: string) => boolean {
  // Each section by what a source may call it, with the level of its heading and what is open in it.
  const sections = [{ level: 0, ids: [''], mixed: true, items: 0, blocks: 0 }];
  let around = sections;
  for (const block of open.split(BLOCK).map((text) => text.trim())) {
    const [, signs, words = ''] = /^(#+)\s+(.*)/.exec(block) ?? [];
    if (signs) {
      around = around.filter(({ level }) => level < signs.length);
      const ids = headingIds(words, around.at(-1)?.ids[0]);
      const section = { level: signs.length, ids, mixed: false, items: 0, blocks: 0 };
      sections.push(section);
      around = [...around, section];
    } else if (block !== '') {
      for (const section of around.slice(Math.min(1, around.length - 1))) {
        if (block.startsWith(':::withheld')) section.mixed = true;
        else if (/^\(?[a-z\d]{1,4}[.)]\s/.test(block)) section.items++;
        else section.blocks++;
      }
    }
  }
  return (place) =>
    place === 'header' ||
    sections.some(({ ids, mixed, items, blocks }) =>
      ids.some((id) => {
        if (place === id) return !mixed;
        const rest = id === '' ? place : place.startsWith(`${id}-`) ? place.slice(id.length + 1) : '';
        const [, block, item] = /^(?:p(\d+)|(\d+|[a-z]|[ivx]+))(?:-|$)/.exec(rest) ?? [];
        return block ? Number(block) <= blocks : item !== undefined && (Number(item) || 1) <= items;
      }),
    );
}

/** The names of a heading: `{#id}`, its number, that behind the name of the section around it, its words. */
function headingIds(words: string, around = ''): string[] {
  const explicit = /\{#([^}\s]+)\}/.exec(words)?.[1];
  const number = /^\d+(?:\.\d+)*(?=[.)\s])/.exec(words)?.[0];
  if (explicit) return [explicit];
  if (number) return [number, `${around}-${number}`];
  return [
    words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/[\s-]+/g, '-'),
  ];
}
