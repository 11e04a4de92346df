import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './project.ts';

/** What is read of a package in `package-lock.json`. */
interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly integrity?: string;
  readonly resolved?: string;
  /** A folder of the project itself. */
  readonly link?: boolean;
}
type Packages = Readonly<Record<string, LockedPackage>>;

/**
 * Packages that are not held to one file: the lock lacks them, or the hash of what is to be installed. npm leaves out
 * those for other machines that its registry does not offer at that moment, and then refuses the lock there.
 */
function unlocked(packages: Packages): string[] {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map((name) => `node_modules/${name}`),
  );
  const unchecked = Object.entries(packages).filter(([path, one]) => path !== '' && !one.link && !one.integrity);
  return [...missing, ...unchecked.map(([path]) => path)].sort();
}

test.each(['package-lock.json', 'bench/peers/sites/package-lock.json'])('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(join(project, file), 'utf8')) as { packages: Packages };
  // Where a hash is missing: remove the package from the lock and run npm install --package-lock-only.
  expect(unlocked(packages)).toEqual([]);
  // Who installs says which registry is asked.
  expect(Object.values(packages).filter(({ resolved, link }) => resolved !== undefined && !link)).toEqual([]);
});

test('a package that is missing, or has no hash, is found', () => {
  const packages = {
    '': {},
    'node_modules/own': { link: true },
    'node_modules/a': {
      integrity: 'sha512-a',
      optionalDependencies: { '@a/linux-x64': '1.0.0', '@a/darwin-x64': '1.0.0', b: '2.0.0' },
    },
    'node_modules/a/node_modules/b': { integrity: 'sha512-b' },
    'node_modules/@a/linux-x64': {},
  };
  expect(unlocked(packages)).toEqual(['node_modules/@a/darwin-x64', 'node_modules/@a/linux-x64']);
});
