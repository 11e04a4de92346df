/** A file as a browser gives it from a folder that the reader has chosen. */
export interface ChosenFile {
  /** `enfocustom-public/index.html`; only the name where a single file was chosen. */
  readonly webkitRelativePath: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface Fault {
  readonly path: string;
  readonly what: 'missing' | 'damaged' | 'not part of the archive';
}

const SUMS = 'SHA256SUMS';

/**
 * Compares a folder with the list of checksums in it. Throws where there is no such list, with a message for the reader.
 * @param tell called with the share that is done
 */
export async function compare(files: readonly ChosenFile[], tell: (share: number) => void): Promise<Fault[]> {
  const sums = files.filter((file) => nameOf(file) === SUMS).sort((a, b) => depth(a) - depth(b))[0];
  if (!sums) {
    throw new Error(`There is no ${SUMS} in this folder: choose the folder that was unpacked, with index.html in it.`);
  }
  const top = sums.webkitRelativePath.slice(0, -SUMS.length);
  const expected = readSums(new TextDecoder().decode(await sums.arrayBuffer()));
  if (expected.size === 0) throw new Error(`${SUMS} is damaged: unpack the zip again.`);
  const faults: Fault[] = [];
  const seen = new Set<string>([SUMS]);
  for (const [number, file] of files.entries()) {
    if (!file.webkitRelativePath.startsWith(top)) continue;
    const path = file.webkitRelativePath.slice(top.length);
    const sum = expected.get(path);
    if (sum !== undefined && (await digestOf(file)) !== sum) faults.push({ path, what: 'damaged' });
    if (sum === undefined && path !== SUMS) faults.push({ path, what: 'not part of the archive' });
    seen.add(path);
    tell((number + 1) / files.length);
  }
  for (const path of expected.keys()) if (!seen.has(path)) faults.push({ path, what: 'missing' });
  return faults.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readSums(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return new Map(lines.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]] as const] : [])));
}

const nameOf = ({ webkitRelativePath }: ChosenFile) => webkitRelativePath.split('/').at(-1);
const depth = ({ webkitRelativePath }: ChosenFile) => webkitRelativePath.split('/').length;

async function digestOf(file: ChosenFile): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
