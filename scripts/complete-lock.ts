import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../src/pipeline/command.ts';
import { complete, missingPackages } from '../src/pipeline/lock-file.ts';
import { project } from '../src/pipeline/project.ts';

const help = `node scripts/complete-lock.ts

Run it after npm install, where the tests say that package-lock.json lacks packages for other machines: npm leaves
out the ones that its registry does not offer at that moment, and then npm ci refuses the file on every machine.`;

await runCommand({ help, options: {} }, async () => {
  const file = join(project, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPackages(lock);
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(missing.length === 0 ? 'Nothing is missing.' : `Added ${missing.map(({ name }) => name).join(', ')}.`);
});
