/** A block of a page's text, as far as Markdown says it. */
export interface Block {
  /** Before the words: `###` of a heading, `-` or `4.` of an entry of a list; empty for a paragraph. */
  readonly mark: string;
  readonly words: string;
}

/** An entry of the paper, ready to be written. */
export interface Section {
  readonly heading: string;
  readonly note: string;
  readonly citation: string;
  /** In full. */
  readonly address: string;
  readonly blocks: readonly Block[];
}

export interface Paper {
  readonly title: string;
  /** `LIMITE` where the edition has limited documents. */
  readonly marking: string | null;
  readonly sections: readonly Section[];
}

/** The paper in Markdown (CommonMark): title, contents, each entry with its note and text, sources. */
export function toMarkdown({ title, marking, sections }: Paper): string {
  const lines = [
    ...(marking ? [`**${marking}**`] : []),
    `# ${inline(title)}`,
    list(sections.map(({ heading }) => literal(heading))),
    ...sections.flatMap(({ heading, note, blocks }, index) => [
      `## ${index + 1}. ${inline(heading)}`,
      quoteOf(note),
      ...blocks.map(blockOf),
    ]),
    '## Sources',
    list(sections.map(({ citation, address }) => `${literal(citation)} <${address}>`)),
    ...(marking ? [`**${marking}**`] : []),
  ];
  return `${lines.filter(Boolean).join('\n\n')}\n`;
}

function blockOf({ mark, words }: Block): string {
  return mark ? `${mark} ${mark.startsWith('#') ? inline(words) : literal(words)}` : literal(words);
}

const list = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

/** A note as a quotation; its lines stay lines. */
function quoteOf(note: string): string {
  return note
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.split('\n').map(literal).filter(Boolean).join('\\\n> '))
    .filter(Boolean)
    .map((paragraph) => `> ${paragraph}`)
    .join('\n>\n');
}

/** Words that mean nothing but themselves in Markdown, as a line of their own. */
export function literal(words: string): string {
  return inline(words)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** The same behind other words of a line. */
function inline(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}
