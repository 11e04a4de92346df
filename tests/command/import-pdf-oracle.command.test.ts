import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/intake/import/read/pdf.ts';
import { RUNNING } from '../../src/intake/import/read/reading.ts';
import { pdfOf } from '../support/pdf.ts';

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');

interface Word {
  readonly str: string;
  readonly transform: readonly number[];
}

/** The words of the pages as pdf.js itself reads them, line by line from the top. */
async function oracle(pdf: Uint8Array): Promise<string[]> {
  const document = await pdfjs.getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const at = ({ transform }: Word) => [Math.round(transform[5] ?? 0), transform[4] ?? 0] as const;
  const words: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const shown = (items as unknown as Word[]).filter(({ str }) => str?.trim());
    const sorted = shown.sort((a, b) => at(b)[0] - at(a)[0] || at(a)[1] - at(b)[1]);
    words.push(...sorted.flatMap(({ str }) => str.trim().split(/\s+/)));
  }
  await document.loadingTask.destroy();
  return words;
}

const ours = async (pdf: Uint8Array): Promise<string[]> =>
  (await readPdf(pdf)).text
    .replace(/[*#|]|\ue004/g, ' ')
    .trim()
    .split(/\s+/);
const page = (content: string) => pdfOf({ pages: [{ content: `BT /F1 12 Tf ${content} ET` }] });

describe('text is read as by pdf.js', () => {
  it.each([
    ['Td', '70 700 Td (one) Tj 0 -15 Td (two) Tj 0 -15 Td (three) Tj'],
    ['TD and T*', '70 700 TD (one) Tj 0 -15 TD (two) Tj T* (three) Tj T* (four) Tj'],
    ['TL and T*', '70 700 Td 15 TL (one) Tj T* (two) Tj T* (three) Tj'],
    ["TL and '", "70 700 Td 15 TL (one) Tj (two) ' (three) '"],
    ['TL and "', '70 700 Td 15 TL (one) Tj 1 0.5 (two) " 1 0.5 (three) "'],
    ['Tm', '1 0 0 1 70 700 Tm (one) Tj 1 0 0 1 70 685 Tm (two) Tj 2 0 0 2 70 650 Tm (three) Tj'],
    ['TJ', '70 700 Td [(o) -20 (ne) -400 (two)] TJ 0 -15 Td [(three)] TJ'],
    ['Tc, Tw and Tz', '70 700 Td 0.5 Tc 2 Tw (one two) Tj 80 Tz 0 -15 Td (three four) Tj'],
    ['Ts', '70 700 Td (one) Tj 0.3 Ts 40 0 Td (two) Tj 0 Ts 0 -15 Td (three) Tj'],
    [
      'cm',
      '70 700 Td (one) Tj ET q 1 0 0 1 0 -100 cm BT /F1 12 Tf 70 700 Td (two) Tj ET Q BT /F1 12 Tf 70 500 Td (three) Tj',
    ],
  ])('%s', async (_operator, content) => {
    expect(await ours(page(content))).toEqual(await oracle(page(content)));
  });

  it('whatever moves from one line to the next', async () => {
    const step = fc.oneof(
      fc.integer({ min: 12, max: 30 }).map((by) => ({ move: `0 -${by} Td`, show: 'Tj' })),
      fc.integer({ min: 12, max: 30 }).map((by) => ({ move: `0 -${by} TD`, show: 'Tj' })),
      fc.integer({ min: 12, max: 30 }).map((by) => ({ move: `${by} TL T*`, show: 'Tj' })),
      fc.constant({ move: '', show: "'" }),
      fc.constant({ move: '1 0.2', show: '"' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const lines = steps.map(({ move, show }, i) =>
          show === '"' ? `${move} (line${i}) "` : `${move} (line${i}) ${show}`,
        );
        const content = `20 TL 70 780 Td (first) Tj ${lines.join(' ')}`;
        expect(await ours(page(content))).toEqual(await oracle(page(content)));
      }),
      { numRuns: 40 },
    );
  });
});

/** Files of Ghostscript, Chromium and of programs that set lines by `TL`. */
describe('files of other programs', () => {
  it.each(['f12-gs.pdf', 'f02-chrome-two-col.pdf', 'tstar.pdf', 'quote.pdf', 'turnedmix.pdf'])(
    '%s has the same words',
    async (name) => {
      const pdf = Uint8Array.from(readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url)));
      const { text, asides } = await readPdf(pdf);
      const letters = (words: string) => [...words.replace(/<\/?sup>|[\ue002]\d+|[^\p{L}\p{N}]/gu, '')].sort().join('');
      const own = letters(
        [text, ...asides.filter(({ where }) => where === RUNNING).map((aside) => aside.text)].join(' '),
      );
      expect(own).toBe(letters((await oracle(pdf)).join(' ')));
    },
  );
});
