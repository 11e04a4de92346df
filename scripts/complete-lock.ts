import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../src/lib/replace-file.ts';
import { CommandError, runCommand } from '../src/pipeline/command.ts';
import { LOCK_FILES, type LockFile, unlockedPackages, withoutUnchecked } from '../src/pipeline/lock-file.ts';
import { project } from '../src/pipeline/project.ts';

const help = `node scripts/complete-lock.ts

Run it after npm install, where the tests say that a lock file lacks packages for other machines or their hashes: npm
leaves out the ones that its registry does not offer at that moment. It has npm look for these again.

Exit status: 0 the lock files are complete, 1 the registry still lacks a package, and the lock file stays as it was.`;

await runCommand({ help, options: {} }, async () => {
  for (const file of LOCK_FILES) {
    const path = join(project, file);
    const before = readFileSync(path, 'utf8');
    const wanted = unlockedPackages(JSON.parse(before) as LockFile);
    if (wanted.length > 0) {
      replaceFile(path, `${JSON.stringify(withoutUnchecked(JSON.parse(before) as LockFile), null, 2)}\n`);
      const left = lockAgain(path);
      if (left.length > 0) {
        replaceFile(path, before);
        throw new CommandError(`${file}: npm found no hash of ${left.join(', ')}. Try again later.`);
      }
    }
    console.log(`${file}: ${wanted.length === 0 ? 'nothing is missing' : `completed ${wanted.join(', ')}`}`);
  }
});

/** Runs npm to complete a lock file, installing nothing; returns the packages that it still leaves out. */
function lockAgain(path: string): string[] {
  const args = ['install', '--package-lock-only', '--ignore-scripts'];
  const options = { cwd: dirname(path), stdio: 'inherit', shell: process.platform === 'win32' } as const;
  if (spawnSync('npm', args, options).status !== 0) return ['any package'];
  return unlockedPackages(JSON.parse(readFileSync(path, 'utf8')) as LockFile);
}
