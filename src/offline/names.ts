/** The longest path in an archive, its top folder included: Windows leaves 260 characters for all of a path. */
export const LONGEST_PATH = 120;

/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Characters that a name on Windows cannot have. */
const FORBIDDEN = /[\p{Cc}<>:"\\|?*]/u;

/** What keeps paths from being unpacked on Windows, macOS or Linux, one line a fault; empty where nothing does. */
export function faultsOfNames(paths: Iterable<string>): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const path of paths) {
    const fault = faultOf(path);
    if (fault) faults.push(`${path}: ${fault}`);
    // macOS compares names without case and in one form of accents.
    const key = path.normalize('NFC').toLowerCase();
    const twin = seen.get(key);
    if (twin !== undefined && twin !== path) faults.push(`${path}: differs from ${twin} by case or accents only`);
    seen.set(key, path);
  }
  return faults;
}

function faultOf(path: string): string | null {
  if (path.length > LONGEST_PATH) return `is longer than ${LONGEST_PATH} characters`;
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return 'has an empty or a relative part';
    if (RESERVED.test(name)) return `“${name}” is the name of a device on Windows`;
    if (FORBIDDEN.test(name)) return `“${name}” has a character that Windows does not allow`;
    if (/[. ]$/.test(name)) return `“${name}” ends with a full stop or a space`;
    if (name !== name.normalize('NFC')) return `“${name}” is not in Unicode’s composed form (NFC)`;
  }
  return null;
}
