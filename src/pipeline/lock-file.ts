/** The lock files of this project: its own, and that of what the bench compares it with. */
export const LOCK_FILES = ['package-lock.json', 'scripts/bench/peers/package-lock.json'];

/** What is read of a package in `package-lock.json`. */
interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly integrity?: string;
  /** A folder of the project itself. */
  readonly link?: boolean;
  readonly [key: string]: unknown;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
  readonly [key: string]: unknown;
}

/**
 * Packages that the lock file does not hold to one file: it lacks them, or the hash of what is to be installed. npm leaves
 * out packages for other machines that its registry does not offer at that moment; then `npm ci` refuses the lock file, or
 * installs on such a machine what nobody has checked.
 */
export function unlockedPackages({ packages }: LockFile): string[] {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map((name) => `node_modules/${name}`),
  );
  return [
    ...new Set([...missing, ...Object.keys(packages).filter((path) => isUnchecked(path, packages[path]))]),
  ].sort();
}

/** The lock file without the packages of which it has no hash, so that npm asks the registry for them. */
export function withoutUnchecked(lock: LockFile): LockFile {
  const kept = Object.entries(lock.packages).filter(([path, one]) => !isUnchecked(path, one));
  return { ...lock, packages: Object.fromEntries(kept) };
}

/** The entry with an empty path is the project. */
const isUnchecked = (path: string, one: LockedPackage | undefined) => path !== '' && !one?.link && !one?.integrity;
