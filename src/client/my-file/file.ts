/** A page that a reader has collected, or a place in it. */
export interface FileEntry {
  /** As the archive addresses it: `/documents/st-13944-2022-init/`. */
  readonly address: string;
  /** Id of the place in the page, `s-1-2`; empty for the whole page. */
  readonly place: string;
  /** The reader's own words. */
  readonly note: string;
  /** Whether the paper holds its text, or only names it. */
  readonly withText: boolean;
}

/** What a reader has collected, in the reader's order. */
export interface MyFile {
  readonly title: string;
  readonly entries: readonly FileEntry[];
}

export const EMPTY: MyFile = { title: '', entries: [] };
/** Entries that a file can hold: each is fetched and set when the paper is made. */
export const MOST = 200;
/** Characters of a note, and of a title. */
export const LONGEST = { note: 5000, title: 200 } as const;

const ADDRESS = /^\/[a-z-]{1,40}\/[^\s/?#\\]{1,120}\/$/;
const PLACE = /^[^\s#]{0,200}$/;

/** An entry's own name in its file: `/documents/st-13944-2022-init/#s-1-2`. */
export function keyOf({ address, place }: Pick<FileEntry, 'address' | 'place'>): string {
  return place ? `${address}#${place}` : address;
}

/** An entry from its key; null where that is no page of an entry. What is given may come from anybody. */
export function entryOf(key: unknown): FileEntry | null {
  if (typeof key !== 'string') return null;
  const [address = '', ...rest] = key.split('#');
  const place = rest.join('#');
  const climbs = /^\.{1,2}$/.test(address.split('/')[2] ?? '');
  if (!ADDRESS.test(address) || climbs || !PLACE.test(place)) return null;
  return { address, place, note: '', withText: true };
}

export function indexOf(file: MyFile, key: string): number {
  return file.entries.findIndex((entry) => keyOf(entry) === key);
}

/** The file with an entry more, at its end. The same file where it has the entry already, or is full. */
export function add(file: MyFile, entry: FileEntry): MyFile {
  if (file.entries.length >= MOST || indexOf(file, keyOf(entry)) >= 0) return file;
  return { ...file, entries: [...file.entries, entry] };
}

export function remove(file: MyFile, key: string): MyFile {
  return { ...file, entries: file.entries.filter((entry) => keyOf(entry) !== key) };
}

/** The file with an entry at another place, counted from 0; places outside are the first and the last. */
export function move(file: MyFile, key: string, to: number): MyFile {
  const from = indexOf(file, key);
  const entry = file.entries[from];
  if (!entry) return file;
  const entries = file.entries.toSpliced(from, 1);
  return { ...file, entries: entries.toSpliced(Math.min(Math.max(to, 0), entries.length), 0, entry) };
}

export function change(file: MyFile, key: string, changes: Partial<Pick<FileEntry, 'note' | 'withText'>>): MyFile {
  return {
    ...file,
    entries: file.entries.map((entry) => (keyOf(entry) === key ? { ...entry, ...changes } : entry)),
  };
}

/** What a browser stores of a file. */
export function toJson({ title, entries }: MyFile): string {
  const stored = entries.map((entry) => [keyOf(entry), entry.note, entry.withText]);
  return JSON.stringify({ title, entries: stored });
}

/** The file that was stored; what is not understood is left out, for others may have written it. */
export function fromJson(json: string | null): MyFile {
  let stored: unknown;
  try {
    stored = JSON.parse(json ?? 'null');
  } catch {
    return EMPTY;
  }
  const { title, entries } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  let file: MyFile = { title: typeof title === 'string' ? title.slice(0, LONGEST.title) : '', entries: [] };
  for (const one of Array.isArray(entries) ? entries : []) {
    const [key, note, withText]: unknown[] = Array.isArray(one) ? one : [];
    const entry = entryOf(key);
    if (!entry) continue;
    file = add(file, { ...entry, note: noteOf(note), withText: withText !== false });
  }
  return file;
}

export function noteOf(given: unknown): string {
  return typeof given === 'string' ? given.slice(0, LONGEST.note) : '';
}
