import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Piece } from './typeset.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** `table`: labels in a table, headings by style, real footnotes. `tabs`: labels set off by tabs, all in plain paragraphs. */
export type DocxLayout = 'table' | 'tabs';

/** A Word file of the pieces, small and without anything that Word would add. */
export function docxOf(pieces: readonly Piece[], layout: DocxLayout): Uint8Array {
  const notes = layout === 'table' ? pieces.filter((piece) => piece.kind === 'note') : [];
  const body = pieces.map((piece) => wordOf(piece, layout)).join('');
  const footnotes = notes
    .map((note, index) => `<w:footnote w:id="${index + 1}">${paragraph(note.words)}</w:footnote>`)
    .join('');
  // Marks become references to footnotes in the order in which their texts stand.
  let next = 0;
  const referenced =
    layout === 'tabs'
      ? body
      : body.replace(
          /<w:r data-mark="\d+"\/>/g,
          () => `<w:r><w:footnoteReference w:id="${Math.min(++next, notes.length)}"/></w:r>`,
        );
  return docxFile(
    referenced,
    notes.length > 0 && next > 0
      ? { 'word/footnotes.xml': `<w:footnotes ${NAMESPACES}>${footnotes}</w:footnotes>` }
      : {},
  );
}

/** A Word file round the XML of a body, with parts added or replaced. */
export function docxFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const footnotes = 'word/footnotes.xml' in parts;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${footnotes ? `<Override PartName="/word/footnotes.xml" ContentType="${TYPES}.footnotes+xml"/>` : ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${footnotes ? `<Relationship Id="r2" Type="${RELATIONS}/footnotes" Target="footnotes.xml"/>` : ''}</Relationships>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])) as Zippable);
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export function paragraph(words: string, properties = '', real = false): string {
  const runs = words
    .split(/(<sup>\(?\d+\)?<\/sup>|\n|\t)/)
    .map((part) => {
      const mark = /^<sup>\(?(\d+)/.exec(part)?.[1];
      if (mark && real) return `<w:r data-mark="${mark}"/>`;
      if (mark) return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${mark}</w:t></w:r>`;
      if (part === '\n') return '<w:r><w:br/></w:r>';
      if (part === '\t') return '<w:r><w:tab/></w:r>';
      return part === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`;
    })
    .join('');
  return `<w:p>${properties}${runs}</w:p>`;
}

function wordOf(piece: Piece, layout: DocxLayout): string {
  const real = layout === 'table';
  switch (piece.kind) {
    case 'head':
      return real ? piece.lines.map((line) => paragraph(line)).join('') : paragraph(piece.lines.join('\n'));
    case 'heading':
      return paragraph(piece.words, real ? '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>' : '');
    case 'note':
      return real ? '' : paragraph(`<sup>${piece.number}</sup> ${piece.words}`);
    case 'rule':
      return real ? '' : paragraph('____________');
    case 'paragraph':
      return paragraph(piece.words, '', real);
    case 'labels':
      return real
        ? table(piece.rows, real)
        : piece.rows.map((row) => paragraph(row.map((cell) => cell.replace('\n', '\n\t')).join('\t'))).join('');
    case 'table':
      return table(piece.rows, real);
  }
}

function table(rows: readonly (readonly string[])[], real: boolean): string {
  const cell = (text: string) => `<w:tc>${paragraph(text, '', real)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
