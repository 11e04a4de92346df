import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildEditions } from '../../src/build/build.ts';
import { seal } from '../../src/edition/seal/manifest.ts';
import { project } from '../../src/lib/project.ts';

/**
 * A build whose edition is two small files: `node tests/support/fake-build.ts CONTENT OUT [STEP]`. At the step that is named
 * it says so on standard error and waits to be killed.
 */
const [content, out, waitAt] = process.argv.slice(2);

async function reach(step: string): Promise<void> {
  if (step !== waitAt) return;
  console.error(`at ${step}`);
  await new Promise(() => setInterval(() => {}, 1 << 30));
}

await buildEditions({
  project,
  content,
  out,
  editions: ['public'],
  signal: new AbortController().signal,
  steps: {
    async make({ draft, edition, work }) {
      await reach('begin');
      await writeFile(join(draft, 'index.html'), 'new');
      await reach('half');
      await mkdir(join(draft, 'topics'));
      await writeFile(join(draft, 'topics/index.html'), 'new');
      await seal(draft, edition, work, project);
      await reach('sealed');
    },
    async audit() {
      await reach('audit');
      return 'nothing';
    },
  },
});
