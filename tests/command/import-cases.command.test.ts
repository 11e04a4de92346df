import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/intake/import/document.ts';
import { readDocument } from '../../src/intake/import/read/read.ts';
import { HEADER, pdfOf, textOfPage } from '../support/pdf.ts';

const FOLDER = new URL('../fixtures/import/', import.meta.url);
const inputs = readdirSync(FOLDER).filter((name) => !name.endsWith('.expected.md'));

/** What became of an input, as its expected file holds it: facts of the header, what was said, the text. */
function told(outcome: Outcome): string {
  if (outcome.kind !== 'document') return `${outcome.kind}: ${outcome.reason}\n`;
  const { id, date, originalLanguage, kind, from, to, subject, marking, subjectCodes, previous, warnings } =
    outcome.facts;
  const facts = { id, date, originalLanguage, kind, from, to, subject, marking, subjectCodes, previous, warnings };
  return `${JSON.stringify(facts, null, 1)}\n\n${outcome.markdown}`;
}

describe('each input of the folder comes out as the file beside it says', () => {
  it.each(inputs)('%s', async (name) => {
    const outcome = await readDocument(Uint8Array.from(readFileSync(new URL(name, FOLDER))), name, {});
    const expected = new URL(`${name}.expected.md`, FOLDER);
    if (process.env.UPDATE && !existsSync(expected)) writeFileSync(expected, told(outcome));
    expect(told(outcome)).toBe(readFileSync(expected, 'utf8'));
  });
});

describe('a scan', () => {
  const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID z EI Q';
  const page = (content: string) => ({ content });
  const first = page(textOfPage([...HEADER, 'The oars are long.']));

  it('among pages of text is said, page by page, and so is a page without anything', async () => {
    const outcome = await readDocument(pdfOf({ pages: [first, page(picture), page(picture), page('')] }), 'a.pdf', {});
    expect(outcome.facts.warnings.join('\n')).toMatch(/a picture and no text; what it shows is missing, pages 2, 3/);
    expect(outcome.facts.warnings.join('\n')).toMatch(/no text, page 4/);
  });

  it('with a layer of recognised text is read, and said to be unproofed', async () => {
    const layer = `${picture} 3 Tr ${textOfPage([...HEADER, 'The oars are long.']).replaceAll('BT', 'BT 3 Tr')}`;
    const outcome = await readDocument(pdfOf({ pages: [page(layer)] }), 'a.pdf', {});
    expect(outcome).toMatchObject({ kind: 'document', markdown: 'The oars are long.\n' });
    expect(outcome.facts.warnings.join('\n')).toMatch(/recognised text, unproofed/);
  });

  it('bears a marking in its recognised text as any page does', async () => {
    const layer = `${picture} ${textOfPage([...HEADER, 'Oars.', '', 'RESTREINT UE']).replaceAll('BT', 'BT 3 Tr')}`;
    expect((await readDocument(pdfOf({ pages: [page(layer)] }), 'a.pdf', {})).kind).toBe('classified');
  });
});

it('a sign that a font has no letter for is reported', async () => {
  const outcome = await readDocument(
    pdfOf({ pages: [{ content: textOfPage([...HEADER, 'Oars \u0002 and ropes.']) }] }),
    'a.pdf',
    {},
  );
  expect(outcome.facts.warnings.join()).toMatch(
    /signs of which the font does not say what they are; they are missing, page 1/,
  );
});

it('a cell of a PDF that runs over several rows stands in each', async () => {
  const line = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S`;
  const text = (x: number, y: number, words: string) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET`;
  const table = [
    ...[60, 160, 260].map((x) => line(x, 340, x, 400)),
    ...[
      [60, 400, 260],
      [160, 380, 260],
      [60, 360, 260],
      [60, 340, 260],
    ].map(([x0, y, x1]) => line(x0 ?? 0, y ?? 0, x1 ?? 0, y ?? 0)),
    text(70, 383, '2022'),
    text(170, 383, 'June'),
    text(170, 363, 'July'),
    text(70, 343, '2023'),
    text(170, 343, 'May'),
  ];
  const content = `${textOfPage([...HEADER, 'The oars.'])} ${table.join(' ')}`;
  expect(await readDocument(pdfOf({ pages: [{ content }] }), 'a.pdf', {})).toMatchObject({
    markdown: 'The oars.\n\n| 2022 | June |\n| --- | --- |\n| 2022 | July |\n| 2023 | May |\n',
  });
});

it('an OpenDocument file is refused in words', async () => {
  const odt = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('<x/>'),
  });
  expect(await readDocument(odt, 'a.odt', {})).toMatchObject({
    kind: 'unreadable',
    reason: expect.stringMatching(/save it as .docx/),
  });
});

describe('a marking', () => {
  const body = textOfPage([...HEADER, 'The oars are long.']);
  const turned = (cm: string) =>
    `q ${cm} cm BT /F1 12 Tf 100 560 Td (ANNEX) Tj 0 -15 Td (RESTREINT UE) Tj 0 -15 Td (Oars) Tj ET Q`;
  it.each([
    ['turned to the left', { pages: [{ content: `${body} ${turned('0 1 -1 0 595 0')}` }] }],
    ['turned to the right', { pages: [{ content: `${body} ${turned('0 -1 1 0 0 842')}` }] }],
    ['aslant', { pages: [{ content: `${body} ${turned('0.7 0.7 -0.7 0.7 200 100')}` }] }],
    [
      'among invisible words',
      {
        pages: [
          {
            content: `${body} BT 3 Tr /F1 12 Tf 70 300 Td (some) Tj 0 -15 Td (EU RESTRICTED) Tj 0 -15 Td (words) Tj ET`,
          },
        ],
      },
    ],
    [
      'in the name of an attachment',
      {
        pages: [{ content: body }],
        catalogue: '/Names << /EmbeddedFiles << /Names [(a) 1003 0 R] >> >>',
        objects: {
          1003: '<< /Type /Filespec /F (RESTREINT UE.txt) /EF << /F 1004 0 R >> >>',
          1004: '<< /Type /EmbeddedFile /Length 4 >>\nstream\noars\nendstream',
        },
      },
    ],
    [
      'in the properties',
      { pages: [{ content: body }], trailer: '/Info 1006 0 R', objects: { 1006: '<< /Subject (RESTREINT UE) >>' } },
    ],
    [
      'in an annotation',
      {
        pages: [{ content: body, entries: '/Annots [1005 0 R]' }],
        objects: { 1005: '<< /Type /Annot /Subtype /Text /Rect [70 400 90 420] /Contents (RESTREINT UE) >>' },
      },
    ],
  ])('%s of a PDF is refused, and its place is named', async (_where, source) => {
    const outcome = await readDocument(pdfOf(source), 'a.pdf', {});
    expect(outcome.kind).toBe('classified');
    expect('reason' in outcome && outcome.reason).toMatch(
      /\((?:text that runs another way than its page, page 1|text that cannot be seen, page 1|the name of an attachment|the properties|an annotation or form field, page 1)\)/,
    );
  });
});
