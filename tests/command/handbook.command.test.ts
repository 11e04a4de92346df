import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/check/check.ts';
import { project } from '../../src/lib/project.ts';
import { ERRANDS, EXAMPLE, FIVE_MINUTES } from '../../src/site/handbook/five-minutes.ts';
import { contentFolder } from '../support/content.ts';
import { HEADER, pdfOf, textOfPage } from '../support/pdf.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-'));
  cpSync(contentFolder, join(folder, 'content'), { recursive: true });
  writeFileSync(
    join(folder, EXAMPLE.pdf),
    pdfOf({ pages: [{ content: textOfPage([...HEADER, 'The oars are long.']) }] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command of the handbook, on a copy of the content. */
function run(command: string) {
  const [, , name, , ...words] = (command.match(/"[^"]*"|[^\s"]+(?:"[^"]*")?/g) ?? []).map((word) =>
    word.replaceAll('"', ''),
  );
  const args = [join(project, 'scripts', `${name}.ts`), ...words, '--content', join(folder, 'content')];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

// The server of the last step runs until it is stopped; the tests of the site see the pages it would show.
const steps = FIVE_MINUTES.filter(({ example }) => example?.code !== 'npm run dev');

test('a document is added by the steps of the handbook as they stand', async () => {
  for (const { title, example } of steps) {
    if (example?.language === 'shellscript') expect(run(example.code), title).toMatchObject({ status: 0 });
    if (example?.language === 'yaml') {
      const record = readFileSync(join(folder, 'content/documents', `${EXAMPLE.id.toLowerCase()}.md`), 'utf8');
      expect(parse(record.split('---\n')[1] ?? '')).toEqual(parse(example.code));
    }
    if (example?.file) writeFileSync(join(folder, 'content', example.file), example.code);
  }
  expect(await checkContent(join(folder, 'content'))).toEqual([]);
});

test.each(ERRANDS.filter(([, command]) => !command.includes('fetch')))('%s', (_what, command) => {
  const { status, stderr } = run(command);
  // An action that the archive has by now is a case of its own.
  if (!/is there already/.test(stderr)) expect({ status, stderr }).toMatchObject({ status: 0 });
});
