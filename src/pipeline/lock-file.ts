/** The lock files of this project: its own, and that of what the bench compares it with. */
export const LOCK_FILES = ['package-lock.json', 'scripts/bench/peers/package-lock.json'];

/** What is read of a package in `package-lock.json`. */
interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
  readonly [key: string]: unknown;
}

interface Missing {
  readonly name: string;
  readonly version: string;
  /** One of the same family that the lock file has. */
  readonly sibling: LockedPackage;
}

/**
 * Packages for other machines that the lock file should name and does not. npm leaves out the ones that its registry
 * does not offer at that moment, and then `npm ci` refuses the file.
 */
export function missingPackages({ packages }: LockFile): Missing[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => {
    const found = (name: string) => packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
    const names = Object.keys(optionalDependencies);
    const sibling = names.map(found).find((one) => one !== undefined) ?? {};
    return names
      .filter((name) => found(name) === undefined)
      .map((name) => ({ name, version: (optionalDependencies[name] ?? '').replace(/^[~^]/, ''), sibling }));
  });
}

/** The lock file with an entry for each missing package: enough for npm to know that this machine needs none of them. */
export function complete(lock: LockFile): LockFile {
  const packages: Record<string, LockedPackage> = { ...lock.packages };
  for (const { name, version, sibling } of missingPackages(lock)) {
    const { dev, license } = sibling;
    packages[`node_modules/${name}`] = {
      version,
      ...(cpuOf(name) ? { cpu: [cpuOf(name)] } : {}),
      ...(dev === undefined ? {} : { dev }),
      ...(license === undefined ? {} : { license }),
      optional: true,
      ...(systemOf(name) ? { os: [systemOf(name)] } : {}),
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** Packages for one kind of machine bear its name. */
function systemOf(name: string): string | undefined {
  const [system] =
    /(?<=[-/])(darwin|win32|windows|linux|freebsd|openbsd|netbsd|android|openharmony|sunos|aix)(?=-)/.exec(name) ?? [];
  return system === 'windows' ? 'win32' : system;
}

function cpuOf(name: string): string | undefined {
  return /(?<=-)(arm64|arm|x64|ia32|loong64|ppc64|riscv64|s390x|mips64el|wasm32)(?=-|$)/.exec(name)?.[0];
}
