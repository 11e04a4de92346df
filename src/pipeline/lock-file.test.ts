import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complete, LOCK_FILES, missingPackages } from './lock-file.ts';
import { project } from './project.ts';

test.each(LOCK_FILES)('%s is one that npm ci takes: node scripts/complete-lock.ts mends it', (file) => {
  const lock = JSON.parse(readFileSync(join(project, file), 'utf8'));
  expect(missingPackages(lock).map(({ name, version }) => `${name}@${version}`)).toEqual([]);
});

test('a package for another machine is added so that this one needs none of it', () => {
  const lock = {
    packages: {
      'node_modules/a': {
        optionalDependencies: {
          '@a/linux-x64': '1.0.0',
          '@a/windows-arm64': '1.0.0',
          '@a/linux-arm-gnueabihf': '1.0.0',
        },
      },
      'node_modules/@a/linux-x64': { version: '1.0.0', dev: true, license: 'MIT' },
    },
  };
  const completed = complete(lock);
  expect(completed.packages['node_modules/@a/windows-arm64']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    license: 'MIT',
    optional: true,
    os: ['win32'],
  });
  expect(completed.packages['node_modules/@a/linux-arm-gnueabihf']).toMatchObject({ cpu: ['arm'], os: ['linux'] });
  expect(missingPackages(completed)).toEqual([]);
});

test('of a range its lowest version is named', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { fsevents: '~2.3.2' } } };
  expect(complete({ packages }).packages['node_modules/fsevents']).toMatchObject({ version: '2.3.2' });
});

test('what a package brings for itself counts as there', () => {
  const packages = {
    'node_modules/a': { optionalDependencies: { b: '^2.0.0' } },
    'node_modules/a/node_modules/b': { version: '2.1.0' },
  };
  expect(missingPackages({ packages })).toEqual([]);
});
