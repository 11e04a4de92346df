import { describe, expect, it } from 'vitest';
import { importText } from '../../src/intake/import/document.ts';
import { readBytes } from '../../src/intake/import/read/read.ts';
import { docxFile, paragraph } from '../support/docx.ts';
import { HEADER, pdfOf, textOfPage } from '../support/pdf.ts';

async function imported(bytes: Uint8Array, name: string) {
  const file = await readBytes(bytes, name);
  if (!file.reading.ok) throw new Error(JSON.stringify(file));
  return { reading: file.reading, outcome: importText(name, file.reading, file.sha256) };
}
const printed = `${textOfPage(HEADER)}\n${textOfPage(['The oars are long.'], 500)}`;
const page = (content: string, entries = '') => ({ content: `${printed}\n${content}`, entries });
const word = (x: number, y: number) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (HERRING) Tj ET`;

const HIDDEN: readonly (readonly [what: string, pdf: Uint8Array, warning: RegExp])[] = [
  ['under a black box', pdfOf({ pages: [page(`${word(70, 400)} 0 g 60 390 200 30 re f`)] }), /under a box.*page 1/],
  ['under a white box', pdfOf({ pages: [page(`${word(70, 400)} 1 g 60 390 200 30 re f`)] }), /under a box/],
  ['under a thick line', pdfOf({ pages: [page(`${word(70, 400)} 14 w 60 404 m 260 404 l S`)] }), /under a box/],
  ['in the colour of the paper', pdfOf({ pages: [page(`1 g ${word(70, 400)}`)] }), /cannot be seen/],
  ['black on black', pdfOf({ pages: [page(`0 g 60 390 200 30 re f ${word(70, 400)}`)] }), /cannot be seen/],
  ['in the invisible mode', pdfOf({ pages: [page(`3 Tr ${word(70, 400)}`)] }), /cannot be seen/],
  ['beyond the edge', pdfOf({ pages: [page(word(900, 400))] }), /beyond the edge/],
  ['outside a clip', pdfOf({ pages: [page(`q 0 0 10 10 re W n ${word(70, 400)} Q`)] }), /beyond the edge/],
  [
    'on a layer that is off',
    pdfOf({
      pages: [page(`/OC /Hidden BDC ${word(70, 400)} EMC`)],
      catalogue: '/OCProperties << /OCGs [1000 0 R] /D << /OFF [1000 0 R] >> >>',
      objects: { 1000: '<< /Type /OCG /Name (HERRING layer) >>' },
    }),
    /layer that is switched off/,
  ],
  [
    'in bookmarks',
    pdfOf({
      pages: [page('')],
      catalogue: '/Outlines 1001 0 R',
      objects: {
        1001: '<< /Type /Outlines /First 1002 0 R /Last 1002 0 R /Count 1 >>',
        1002: '<< /Title (HERRING) /Parent 1001 0 R /Dest [4 0 R /Fit] >>',
      },
    }),
    /1 bookmark/,
  ],
  [
    'in an attachment',
    pdfOf({
      pages: [page('')],
      catalogue: '/Names << /EmbeddedFiles << /Names [(HERRING.txt) 1003 0 R] >> >>',
      objects: {
        1003: '<< /Type /Filespec /F (HERRING.txt) /EF << /F 1004 0 R >> >>',
        1004: '<< /Type /EmbeddedFile /Length 7 >>\nstream\nHERRING\nendstream',
      },
    }),
    /1 attachment/,
  ],
  [
    'in an annotation',
    pdfOf({
      pages: [page('', '/Annots [1005 0 R]')],
      objects: { 1005: '<< /Type /Annot /Subtype /Text /Rect [70 400 90 420] /Contents (HERRING) >>' },
    }),
    /1 annotation/,
  ],
  [
    'in metadata',
    pdfOf({
      pages: [page('')],
      trailer: '/Info 1006 0 R',
      objects: { 1006: '<< /Title (HERRING) /Author (HERRING) >>' },
    }),
    /metadata \(Title, Author\)/,
  ],
];

describe('what a PDF hides', () => {
  it.each(HIDDEN)('%s is reported and not imported', async (_what, pdf, warning) => {
    const { reading, outcome } = await imported(pdf, 'a.pdf');
    expect(outcome).toMatchObject({ kind: 'document', header: { id: 'ST-6120-2020-INIT' } });
    expect(reading.warnings.join('\n')).toMatch(warning);
    expect(JSON.stringify([reading.text, reading.warnings, outcome])).not.toMatch(/HERRING/);
    expect(reading.text).toContain('The oars are long.');
  });

  it('is nothing where a page shades a table or marks words', async () => {
    const shaded = `0.9 g 60 390 200 30 re f 0 g ${word(70, 400)} 1 g 60 340 200 30 re f 0 g ${word(70, 350)}`;
    const { reading } = await imported(pdfOf({ pages: [page(shaded)] }), 'a.pdf');
    expect(reading.text.match(/HERRING/g)).toHaveLength(2);
    expect(reading.warnings).toEqual([]);
  });

  it('makes a document classified all the same', async () => {
    const marked = `${printed}\n0 g BT /F1 12 Tf 1 0 0 1 70 400 Tm (RESTREINT UE) Tj ET 60 390 200 30 re f`;
    const { outcome } = await imported(pdfOf({ pages: [{ content: marked }] }), 'a.pdf');
    expect(outcome.kind).toBe('classified');
  });
});

describe('what a Word file hides', () => {
  const head = HEADER.map((line) => paragraph(line)).join('');
  const run = (properties: string) =>
    `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>HERRING</w:t></w:r><w:r><w:t>The oars are long.</w:t></w:r></w:p>`;
  const hiddenStyle =
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${hiddenStyle}</w:styles>`;
  it.each([
    ['as hidden text', docxFile(head + run('<w:vanish/>')), /1 stretch of hidden text/],
    [
      'by a hidden style',
      docxFile(head + run('<w:rStyle w:val="Gone"/>'), { 'word/styles.xml': styles }),
      /hidden text/,
    ],
    [
      'as a deletion',
      docxFile(
        `${head}<w:p><w:del w:id="1"><w:r><w:delText>HERRING</w:delText></w:r></w:del><w:r><w:t>The oars are long.</w:t></w:r></w:p>`,
      ),
      /1 tracked deletion/,
    ],
    [
      'as a comment',
      docxFile(head + run('').replace('HERRING', ''), { 'word/comments.xml': '<w:comments>HERRING</w:comments>' }),
      /comments/,
    ],
    [
      'as an embedded file',
      docxFile(head + run('').replace('HERRING', ''), { 'word/embeddings/a.bin': 'HERRING' }),
      /1 embedded file/,
    ],
  ])('%s is reported and not imported', async (_what, docx, warning) => {
    const { reading, outcome } = await imported(docx, 'a.docx');
    expect(reading.warnings.join('\n')).toMatch(warning);
    expect(JSON.stringify([reading.text, reading.warnings, outcome])).not.toMatch(/HERRING/);
    expect(reading.text).toContain('The oars are long.');
  });

  it('refuses a marking that stands in a header only', async () => {
    const header = '<w:hdr><w:p><w:r><w:t>RESTREINT UE/EU RESTRICTED</w:t></w:r></w:p></w:hdr>';
    const { outcome } = await imported(docxFile(head + paragraph('Oars.'), { 'word/header1.xml': header }), 'a.docx');
    expect(outcome.kind).toBe('classified');
  });
});

describe('a marking in a Word file', () => {
  const head = [...HEADER, 'The oars are long.'].map((line) => paragraph(line)).join('');
  const marked = '<w:p><w:r><w:t>RESTREINT UE</w:t></w:r></w:p>';
  const box = (inner: string) => `<w:p><w:r><mc:AlternateContent>${inner}</mc:AlternateContent></w:r></w:p>`;
  const drawn = `<w:drawing><wps:txbx><w:txbxContent>${marked}</w:txbxContent></wps:txbx></w:drawing>`;
  it.each<[string, string, Record<string, string>]>([
    ['in a text box with one form', box(`<mc:Choice Requires="wps">${drawn}</mc:Choice>`), {}],
    [
      'in a text box with two forms',
      box(
        `<mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback><w:pict><w:txbxContent>${marked}</w:txbxContent></w:pict></mc:Fallback>`,
      ),
      {},
    ],
    ['in a comment', '', { 'word/comments.xml': `<w:comments><w:comment>${marked}</w:comment></w:comments>` }],
    [
      'in the properties',
      '',
      { 'docProps/core.xml': '<cp:coreProperties><dc:subject>RESTREINT UE</dc:subject></cp:coreProperties>' },
    ],
    [
      'in properties of its own',
      '',
      {
        'docProps/custom.xml':
          '<Properties><property name="Marking"><vt:lpwstr>EU RESTRICTED</vt:lpwstr></property></Properties>',
      },
    ],
    ['in the name of an embedded file', '', { 'word/embeddings/RESTREINT UE.bin': 'oars' }],
    [
      'drawn as a picture of letters',
      '',
      { 'word/header1.xml': '<w:hdr><w:pict><v:textpath string="RESTREINT UE"/></w:pict></w:hdr>' },
    ],
    ['in a footer', '', { 'word/footer2.xml': `<w:ftr>${marked}</w:ftr>` }],
    ['in hidden text', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>RESTREINT UE</w:t></w:r></w:p>', {}],
    ['in a deletion', '<w:p><w:del w:id="1"><w:r><w:delText>RESTREINT UE</w:delText></w:r></w:del></w:p>', {}],
    [
      'in a table',
      `<w:tbl><w:tr><w:tc>${marked}</w:tc><w:tc><w:p><w:r><w:t>Oars</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
      {},
    ],
  ])('%s is refused', async (_where, body, parts) => {
    const { outcome } = await imported(docxFile(head + body, parts), 'a.docx');
    expect(outcome.kind).toBe('classified');
  });
});

describe('numbers of Word', () => {
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${[
    ['decimal', '%1.'],
    ['decimal', '%1.%2'],
    ['lowerLetter', '(%3)'],
  ]
    .map(
      ([format, text], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${i === 0 ? '<w:pStyle w:val="Heading2"/>' : ''}</w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const styles =
    '<w:styles><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>';
  const item = (level: number, words: string) =>
    paragraph(words, `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="4"/></w:numPr></w:pPr>`);
  it('come from the style, hold those above, and begin again below each', async () => {
    const heading = (words: string) => paragraph(words, '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>');
    const body =
      HEADER.map((line) => paragraph(line)).join('') +
      heading('Oars') +
      item(1, 'Of ash.') +
      item(2, 'long;') +
      item(2, 'short.') +
      item(1, 'Of fir.') +
      heading('Sails') +
      item(1, 'White.');
    const { outcome } = await imported(
      docxFile(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }),
      'a.docx',
    );
    expect(outcome).toMatchObject({
      markdown: '## 1. Oars\n\n1.1 Of ash.\n\n(a) long;\n\n(b) short.\n\n1.2 Of fir.\n\n## 2. Sails\n\n2.1 White.\n',
    });
  });
});

describe('pages', () => {
  const pages = (...texts: (readonly string[])[]) =>
    pdfOf({
      pages: texts.map((lines, i) => ({
        content: `${textOfPage(lines)}\n${textOfPage([`6120/20 KB/sbr ${i + 1}`, 'JAI.1 LIMITE EN'], 50)}`,
      })),
    });
  const full = 'The oars that the boats of the north carry are longer than those of the south and';

  it('are marked where they begin, in a sentence and between paragraphs, and footers are gone', async () => {
    const { outcome } = await imported(
      pages([...HEADER, full], ['also heavier.', '', '1. The first.'], ['2. The second.', '', '', 'Annex']),
      'a.pdf',
    );
    if (outcome.kind !== 'document') throw new Error(outcome.kind);
    expect(outcome.markdown).toContain('of the south and :page[2]also heavier.');
    expect(outcome.markdown).toContain('2. :page[3]The second.');
    expect(outcome.markdown).not.toMatch(/sbr|JAI|LIMITE/);
    expect(outcome.facts.marking).toBe('LIMITE');
  });

  it('of a Word file are marked as Word last broke them', async () => {
    const broken =
      '<w:p><w:r><w:t>The oars are </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>long.</w:t></w:r></w:p>';
    const { outcome } = await imported(docxFile(HEADER.map((line) => paragraph(line)).join('') + broken), 'a.docx');
    expect(outcome).toMatchObject({ markdown: expect.stringContaining('The oars are :page[2]long.') });
  });
});
