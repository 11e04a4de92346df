import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDocument } from '../../src/intake/import/document.ts';
import type { Facts } from '../../src/intake/import/facts.ts';
import { Reader } from '../../src/intake/import/read/reader.ts';
import { launchBrowser } from '../support/browser.ts';
import { docxOf } from '../support/docx.ts';
import { convertToDocx, haveOffice } from '../support/office.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';
import { htmlOf, OFFICE, piecesOf, REGISTER } from '../support/typeset.ts';

/** What must be the same whatever the file: all that the header says, and every reference. */
const HEADER = [
  ...['id', 'date', 'originalLanguage', 'kind', 'from', 'to', 'subject', 'meetingDate', 'marking', 'access'],
  ...['subjectCodes', 'previous', 'refused'],
] as const;
const factsOf = (facts: Facts) => ({
  ...Object.fromEntries(HEADER.map((key) => [key, facts[key as keyof Facts]])),
  references: [...facts.references].sort(),
  actions: [...facts.actions].sort(),
});

describe.skipIf(!haveSeeds)('a real document', () => {
  const reader = new Reader();
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  const files = new Map<string, Uint8Array>();
  const seeds = readSeeds();

  beforeAll(async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      for (const { name, text } of seeds) {
        const pieces = piecesOf(text);
        for (const layout of [REGISTER, OFFICE]) {
          await page.setContent(htmlOf(pieces, layout));
          const format = layout === REGISTER ? 'A4' : 'Letter';
          const footerTemplate = `<div style="font-size:8pt;width:100%;text-align:center">${layout === OFFICE ? '– <span class="pageNumber"></span> –' : '<span class="pageNumber"></span>'}</div>`;
          const pdf = await page.pdf({
            format,
            displayHeaderFooter: true,
            headerTemplate: '<span></span>',
            footerTemplate,
            margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' },
          });
          files.set(`${name} pdf ${layout.name}`, pdf);
        }
        for (const layout of ['table', 'tabs'] as const) files.set(`${name} docx ${layout}`, docxOf(pieces, layout));
        files.set(`${name} html`, new TextEncoder().encode(htmlOf(pieces, REGISTER)));
      }
    } finally {
      await browser.close();
    }
    if (!haveOffice) return;
    const pages = Object.fromEntries(
      seeds.map(({ name, text }) => [name.slice(0, 3), htmlOf(piecesOf(text), REGISTER)]),
    );
    const converted = convertToDocx(folder, pages);
    for (const { name } of seeds) files.set(`${name} docx office`, converted[name.slice(0, 3)] as Uint8Array);
  }, 120_000);
  afterAll(() => {
    reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const kinds = [
    'pdf register',
    'pdf office',
    'docx table',
    'docx tabs',
    'html',
    ...(haveOffice ? ['docx office'] : []),
  ];
  it.each(seeds.flatMap(({ name, text }) => kinds.map((kind) => [name.slice(0, 3), kind, name, text] as const)))(
    '%s as %s says the same as its text',
    async (_start, kind, name, text) => {
      const expected = importDocument(name, new TextEncoder().encode(text));
      const outcome = await reader.file(files.get(`${name} ${kind}`) as Uint8Array, name);
      expect(factsOf(outcome.facts)).toEqual(factsOf(expected.facts));
      if (process.env.SHOW && outcome.kind === 'document') console.log(outcome.markdown);
    },
  );
});

it('a list whose bullets are drawn, not written, comes as a list', async () => {
  const browser = await launchBrowser();
  const reader = new Reader();
  try {
    const page = await browser.newPage();
    await page.setContent(
      '<body style="font: 12pt serif"><p>Brussels, 3 March 2020</p><p>6120/20</p><p>ENFOCUSTOM 31</p><p>NOTE</p><p>From: Presidency</p><p>To: Delegations</p><p>Subject: Oars</p><p>The boats need:</p><ul><li>oars of ash</li><li>ropes</li></ul><p>They float.</p>',
    );
    const outcome = await reader.file(await page.pdf({ format: 'A4' }), 'oars.pdf');
    expect(outcome.kind === 'document' && outcome.markdown).toBe(
      'The boats need:\n\n- oars of ash\n- ropes\n\nThey float.\n',
    );
  } finally {
    reader.close();
    await browser.close();
  }
}, 60_000);
