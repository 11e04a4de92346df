import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/import/document.ts';
import { readDocument } from '../../src/import/read/read.ts';
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
