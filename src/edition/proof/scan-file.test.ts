import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Needles } from './needles.ts';
import { type ScanInput, scanFile, scanList } from './scan-file.ts';
import { Seen } from './seen.ts';

function input(): ScanInput {
  const needles = new Needles();
  needles.addText('alpha beta gamma delta epsilon zeta', 'a.md');
  return { needles, edition: 'public', proven: new Set(), seen: new Seen() };
}

it('a damaged text of the index is told of', () => {
  const { findings } = scanFile('pagefind/texts/1a2b/0.json', Buffer.from('garbage'), input());
  expect(findings.map(({ rule }) => rule)).toEqual(['UNREADABLE']);
});

it('a list is read like a file, whatever its length', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'));
  const lines = `${JSON.stringify({ a: 'x'.repeat(500) })}\n`.repeat(70_000);
  const text = `${lines}{"a":"alpha beta gamma delta epsilon zeta"}\n${lines}`;
  await writeFile(join(folder, 'list.jsonl'), text);
  const { readings: _, ...long } = scanList('list.jsonl', join(folder, 'list.jsonl'), input());
  const { readings: __, ...whole } = scanFile('list.jsonl', Buffer.from(text), input());
  expect(long).toEqual(whole);
  expect(long.findings).toHaveLength(1);
  await rm(folder, { recursive: true });
});
