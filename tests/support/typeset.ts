/** A piece of a plain-text document for setting it anew; `words` may hold `<sup>1</sup>`, `**bold**` and `*italics*`. */
export type Piece =
  | { readonly kind: 'head'; readonly lines: readonly string[] }
  | { readonly kind: 'labels'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'note'; readonly number: string; readonly words: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'paragraph'; readonly words: string };

/** Takes the plain text of a document apart, so that tests can print it in layouts of their own. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let labelled = false;
  for (const block of text.replace(/\r/g, '').split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) continue;
    const isLabels = lines.some((line) => /^(?:from|to|on|subject|no\. prev\. doc\.)\s*:/i.test(line.trim()));
    if (isLabels) pieces.push({ kind: 'labels', rows: labelRows(lines) });
    labelled ||= isLabels;
    if (isLabels) continue;
    if (lines.every((line) => /^[-_]{3,}$/.test(line.trim()))) pieces.push({ kind: 'rule' });
    else if (!labelled) pieces.push({ kind: 'head', lines: lines.map(clean) });
    else if (lines.filter((line) => line.includes('\t')).length > 1) {
      pieces.push({ kind: 'table', rows: lines.map((line) => line.split('\t').map(clean)) });
    } else for (const words of paragraphsOf(lines)) pieces.push(pieceOf(words));
  }
  return pieces;
}

function pieceOf(words: string): Piece {
  const heading = /^#{1,6}\s+(.*)$/.exec(words)?.[1];
  if (heading) return { kind: 'heading', words: clean(heading) };
  const note = /^(?:- )?<sup>\(?(\d{1,3})\)?<\/sup>\s*(.*)$/.exec(words);
  if (note) return { kind: 'note', number: note[1] ?? '', words: clean(note[2] ?? '') };
  return { kind: 'paragraph', words: clean(words).replace(/^-\s(?=\S)/, '– ') };
}

/** Lines that begin something of their own start a paragraph; others go on with the one above. */
function paragraphsOf(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    if (found.length === 0 || /^(?:[-–] |\d{1,3}\. |#|<sup>|\*\*)/.test(text)) found.push(text);
    else found.push(`${found.pop()} ${text}`);
  }
  return found;
}

function labelRows(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const [, label, value] = /^([^:\t]{2,20}?)\s*:\s*(.*)$/.exec(line.trim()) ?? [];
    const last = rows.at(-1);
    if (label !== undefined && !/^\s/.test(line)) rows.push([`${label}:`, clean(value ?? '')]);
    else if (last) last[1] = `${last[1]}\n${clean(line)}`;
  }
  return rows;
}

const clean = (text: string): string =>
  text
    .replace(/<(?!\/?sup>)[^<>]{0,80}>/g, '')
    .replace(/\*{1,2}/g, '')
    .trim();

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/<(?!\/?sup>)/g, '&lt;');

export interface PrintLayout {
  readonly name: string;
  readonly css: string;
  /** Labels as a table with cells, or as lines set apart by white space. */
  readonly labels: 'table' | 'lines';
}

/** As the register prints: serif, widely set, labels in a table, tables with borders. */
export const REGISTER: PrintLayout = {
  name: 'register',
  labels: 'table',
  css: `body { font: 12pt/1.5 "Liberation Serif", serif } p, h2 { margin: 0 0 10pt } h2 { font-size: 12pt }
    .head { text-align: right } .note { font-size: 9pt; line-height: 1.2 } sup { font-size: 65%; line-height: 0 }
    table { border-collapse: collapse; margin: 0 0 10pt } table.body td { border: 1px solid #000; padding: 2pt 4pt }
    .labels td { padding: 1pt 12pt 1pt 0; vertical-align: top; white-space: pre }`,
};

/** As an office prints: sans serif, narrow, justified, headings larger, labels in lines. */
export const OFFICE: PrintLayout = {
  name: 'office',
  labels: 'lines',
  css: `body { font: 10pt/1.25 "Liberation Sans", sans-serif } p, h2 { margin: 0 0 6pt } p { text-align: justify }
    h2 { font-size: 14pt } .note { font-size: 8pt } sup { font-size: 70%; line-height: 0 }
    table { border-collapse: collapse; width: 100%; margin: 0 0 6pt } table.body td { border: 0.5pt solid #888; padding: 1pt 3pt }
    .label { display: inline-block; width: 30mm; vertical-align: top } .value { display: inline-block; width: 120mm }`,
};

export function htmlOf(pieces: readonly Piece[], layout: PrintLayout): string {
  const body = pieces.map((piece) => htmlOfPiece(piece, layout)).join('\n');
  return `<!doctype html><meta charset="utf-8"><title>printed</title><style>${layout.css}</style><body>${body}`;
}

function htmlOfPiece(piece: Piece, { labels }: PrintLayout): string {
  switch (piece.kind) {
    case 'head':
      return `<p class="head">${piece.lines.map(escapeXml).join('<br>')}</p>`;
    case 'heading':
      return `<h2>${escapeXml(piece.words)}</h2>`;
    case 'note':
      return `<p class="note"><sup>${piece.number}</sup> ${escapeXml(piece.words)}</p>`;
    case 'rule':
      return '<hr>';
    case 'paragraph':
      return `<p>${escapeXml(piece.words)}</p>`;
    case 'table':
      return tableOf(piece.rows, 'body');
    case 'labels':
      if (labels === 'table') return tableOf(piece.rows, 'labels');
      return `<div>${piece.rows
        .map(
          ([label = '', value = '']) =>
            `<div><span class="label">${label}</span><span class="value">${escapeXml(value).replaceAll('\n', '<br>')}</span></div>`,
        )
        .join('')}</div>`;
  }
}

function tableOf(rows: readonly (readonly string[])[], name: string): string {
  const cells = (row: readonly string[]) =>
    row.map((text) => `<td>${escapeXml(text).replaceAll('\n', '<br>')}</td>`).join('');
  return `<table class="${name}">${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}
