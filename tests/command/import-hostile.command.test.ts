import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/intake/import/facts.ts';
import { closeNetwork } from '../../src/intake/import/read/no-network.ts';
import { Reader } from '../../src/intake/import/read/reader.ts';
import { runImport } from '../../src/intake/import/run.ts';
import { docxFile, paragraph } from '../support/docx.ts';
import { HEADER, pdfOf, textOfPage } from '../support/pdf.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hostile-'));
  mkdirSync(join(root, 'in'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function importFile(name: string, bytes: Uint8Array) {
  writeFileSync(join(root, 'in', name), bytes);
  const results: Facts[] = [];
  const logs: string[] = [];
  const options = { content: join(root, 'content'), dryRun: false, force: false };
  const report = { result: (facts: Facts) => results.push(facts), log: (line: string) => logs.push(line) };
  const exit = await runImport([join(root, 'in', name)], options, report);
  const written = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('in'));
  return { exit, results, logs: logs.join('\n'), written };
}

const TEXT = HEADER.join('\n').replaceAll('\n', '\n\n').concat('\nThe oars are long.\n');
const PDF = pdfOf({ pages: [{ content: `${textOfPage(HEADER)}\n${textOfPage(['The oars are long.'], 500)}` }] });
const DOCX_BODY = [...HEADER, 'The oars are long.'].map((line) => paragraph(line)).join('');
const ENCRYPTED = pdfOf({
  pages: [{ content: '' }],
  trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`,
});
const ENTITIES =
  '<!DOCTYPE w [<!ENTITY a "herring"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>';
const OFFICE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(1)]);
const zip = (name: string, data: Uint8Array, attributes = {}) => zipSync({ [name]: [data, attributes] });

describe('a file that cannot be read', () => {
  it.each<[string, string, Uint8Array, RegExp]>([
    ['encrypted PDF', 'a.pdf', ENCRYPTED, /encrypted: open it with its password/],
    ['PDF cut off', 'a.pdf', PDF.subarray(0, PDF.length - 400), /cut off: its end is missing/],
    ['PDF of 5,000 pages', 'a.pdf', pdfOf({ pages: Array(5000).fill({ content: '' }) }), /5000 pages: more than 2000/],
    ['PDF without text', 'a.pdf', pdfOf({ pages: [{ content: '' }] }), /no text to be seen/],
    ['PDF in name and nothing else', 'a.pdf', strToU8('%PDF-1.7\nherring\n%%EOF\n'), /damaged/],
    ['0 bytes', 'a.pdf', new Uint8Array(0), /the file is empty/],
    ['Word file with a password', 'a.docx', OFFICE, /one with a password/],
    ['Word file with entities', 'a.docx', docxFile('', { 'word/document.xml': ENTITIES }), /declares entities/],
    ['Word file cut off', 'a.docx', docxFile(DOCX_BODY).subarray(0, 900), /damaged or cut off/],
    [
      'Word bomb',
      'a.docx',
      docxFile('', { 'word/document.xml': `<w:document>${' '.repeat(40_000_000)}` }),
      /grows \d+-fold/,
    ],
    ['zip that leads out', 'a.zip', zip('../evil.txt', strToU8(TEXT)), /leads out of the zip/],
    ['zip with a path of Windows', 'a.zip', zip('..\\evil.txt', strToU8(TEXT)), /leads out of the zip/],
    ['zip with a rooted path', 'a.zip', zip('/tmp/evil.txt', strToU8(TEXT)), /leads out of the zip/],
    [
      'zip with a link',
      'a.zip',
      zip('link.txt', strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }),
      /symbolic link/,
    ],
    ['zip bomb', 'a.zip', zip('a.txt', new Uint8Array(50_000_000), { level: 9 }), /grows \d+-fold/],
    ['zip of nothing', 'a.zip', strToU8('PK\u0003\u0004herring herring herring herring'), /damaged or cut off/],
    ['zip in a zip', 'a.zip', zip('b.zip', zip('a.txt', strToU8(TEXT))), /zip archive inside another/],
  ])('%s: a message, nothing written', async (_what, name, bytes, message) => {
    const { exit, results, logs, written } = await importFile(name, bytes);
    const inZip = /^passed over|: passed over/.test(logs);
    expect(logs).toMatch(message);
    if (!inZip)
      expect({ exit, errors: results.map(({ error }) => error) }).toMatchObject({
        exit: 1,
        errors: [expect.stringMatching(message)],
      });
    expect(written).toEqual([]);
  });

  it('mislabelled: read as what it is, and said', async () => {
    const { exit, results } = await importFile('a.pdf', strToU8(`<!doctype html><body><pre>${TEXT}</pre>`));
    expect(exit).toBe(0);
    expect(results[0]?.warnings.join()).toMatch(/the name says a PDF file, the content is a web page/);
  });

  it('with a bit flipped: read, or refused in words', async () => {
    const reader = new Reader();
    try {
      for (const whole of [PDF, docxFile(DOCX_BODY), zip('a.txt', strToU8(TEXT))]) {
        for (let at = 7; at < whole.length; at += Math.ceil(whole.length / 40)) {
          const bytes = Uint8Array.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
          const file = await reader.file(bytes, 'a.bin');
          const error = file.kind === 'unreadable' ? file.reason : null;
          if (error !== null) expect(error).toMatch(/^(?:the|it|a) [\p{L}\p{P}\p{S}\p{N} ]+$/u);
        }
      }
    } finally {
      reader.close();
    }
  });
});

describe('a Word file with links to outside', () => {
  it('is read without them', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r8" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/t.dotm"/>
      <Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="file:///etc/passwd"/></Relationships>`;
    const link = '<w:p><w:hyperlink r:id="r9"><w:r><w:t>Boats</w:t></w:r></w:hyperlink></w:p>';
    const { exit, results } = await importFile(
      'a.docx',
      docxFile(DOCX_BODY + link, { 'word/_rels/document.xml.rels': relations }),
    );
    expect(exit).toBe(0);
    expect(results[0]?.warnings.join()).toMatch(/2 links to outside/);
  });
});

describe('the process that reads', () => {
  it('is ended when it takes too long, and the next file is read', async () => {
    const reader = new Reader({ seconds: 4 });
    try {
      await reader.file(PDF, 'warm.pdf');
      // Whether a character is covered has to be asked of every box.
      const words = textOfPage(Array(1500).fill('The oars of the boats of the north are long and heavy.'));
      const slow = pdfOf({ pages: Array(20).fill({ content: `${words} ${'0 g 1 1 5 5 re f '.repeat(60_000)}` }) });
      expect(await reader.file(slow, 'slow.pdf')).toMatchObject({
        kind: 'unreadable',
        reason: expect.stringMatching(/more than 4 seconds/),
      });
      expect(await reader.file(PDF, 'a.pdf')).toMatchObject({ kind: 'document' });
    } finally {
      reader.close();
    }
  });

  it('is ended when it takes too much memory', async () => {
    const reader = new Reader({ megabytes: 60 });
    try {
      const wide = pdfOf({ pages: [{ content: 'BT /F1 9 Tf (herring) Tj ET '.repeat(1_500_000) }] });
      const refused = await reader.file(wide, 'wide.pdf');
      expect('reason' in refused ? refused.reason : JSON.stringify(refused)).toMatch(
        /memory|more than 200000 characters/,
      );
    } finally {
      reader.close();
    }
  });

  it('has no network', async () => {
    const asked: string[] = [];
    const server = createServer((socket) => {
      asked.push('connected');
      socket.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const net = await import('node:net');
    const { connect } = net.Socket.prototype;
    const { listen } = net.Server.prototype;
    try {
      closeNetwork();
      await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
      expect(() => net.connect(port ?? 0, '127.0.0.1')).toThrow(/no network/);
    } finally {
      net.Socket.prototype.connect = connect;
      net.Server.prototype.listen = listen;
      await new Promise((resolve) => server.close(resolve));
    }
    expect(asked).toEqual([]);
  });
});
