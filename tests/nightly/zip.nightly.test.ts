import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip } from '../../src/offline/zip.ts';

test('a zip holds more files than the narrow form of the format can', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enfocustom-zip-'));
  try {
    const many = Array.from({ length: 65_600 }, (_, number) => `${number}`);
    mkdirSync(join(folder, 'many'));
    for (const name of many) writeFileSync(join(folder, 'many', name), '');
    const file = join(folder, 'x.zip');
    await writeZip(join(folder, 'many'), many, 'top', file);
    expect(Object.keys(unzipSync(readFileSync(file)))).toEqual(many.map((name) => `top/${name}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
