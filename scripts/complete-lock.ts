import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../src/pipeline/command.ts';
import { complete, LOCK_FILES, missingPackages } from '../src/pipeline/lock-file.ts';
import { project } from '../src/pipeline/project.ts';

const help = `node scripts/complete-lock.ts

Run it after npm install, where the tests say that a lock file lacks packages for other machines: npm leaves out the
ones that its registry does not offer at that moment, and then npm ci refuses the file on every machine.`;

await runCommand({ help, options: {} }, async () => {
  for (const file of LOCK_FILES) {
    const path = join(project, file);
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    const missing = missingPackages(lock);
    if (missing.length > 0) writeFileSync(path, `${JSON.stringify(complete(lock), null, 2)}\n`);
    const said = missing.length === 0 ? 'nothing is missing' : `added ${missing.map(({ name }) => name).join(', ')}`;
    console.log(`${file}: ${said}`);
  }
});
