import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCK_FILES, unlockedPackages, withoutUnchecked } from './lock-file.ts';
import { project } from './project.ts';

describe.each(LOCK_FILES)('%s', (file) => {
  const lock = JSON.parse(readFileSync(join(project, file), 'utf8'));

  test('has every package with its hash: node scripts/complete-lock.ts mends it', () => {
    expect(unlockedPackages(lock)).toEqual([]);
  });

  test('names no registry: who installs says which one is asked', () => {
    const packages = Object.values(lock.packages as Record<string, { resolved?: string; link?: boolean }>);
    expect(packages.filter(({ resolved, link }) => resolved !== undefined && !link)).toEqual([]);
  });
});

const lock = {
  packages: {
    '': { name: 'project' },
    'node_modules/own': { link: true },
    'node_modules/a': {
      integrity: 'sha512-a',
      optionalDependencies: { '@a/linux-x64': '1.0.0', '@a/darwin-x64': '1.0.0', b: '2.0.0' },
    },
    'node_modules/a/node_modules/b': { integrity: 'sha512-b' },
    'node_modules/@a/linux-x64': { version: '1.0.0' },
  },
};

test('a package that is missing, or has no hash, is found', () => {
  expect(unlockedPackages(lock)).toEqual(['node_modules/@a/darwin-x64', 'node_modules/@a/linux-x64']);
});

test('only packages without a hash are taken out', () => {
  expect(Object.keys(withoutUnchecked(lock).packages)).toEqual(
    Object.keys(lock.packages).filter((path) => path !== 'node_modules/@a/linux-x64'),
  );
});
