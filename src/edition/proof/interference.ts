import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { collections, type Entry } from '../../archive/collections.ts';
import { FILES, readArchive, readBody } from '../../archive/read.ts';
import { scanWithheld } from '../../markdown/withheld-blocks.ts';
import { filesBelow, sha256 } from '../files.ts';
import { partition } from '../partition.ts';

export interface Interference {
  /** Withheld values that were changed. */
  readonly changed: number;
  /** Files of the public edition's input that tell of the change, or of the removal. */
  readonly differences: readonly string[];
  /** The content with everything withheld changed, and without it, each with its static files beside it. */
  readonly contents: Readonly<Record<'changed' | 'removed', string>>;
}

/**
 * Changes everything that the public edition of a content folder does not show, then removes it, and compares the
 * edition's input of all three. The content without what is withheld is the edition's own input.
 */
export async function interference(content: string, work: string, divide = partition): Promise<Interference> {
  const asIs = join(work, 'as-is');
  await divide(content, 'public', asIs);
  const contents = {
    changed: join(work, 'content-changed', 'content'),
    removed: join(work, 'content-removed', 'content'),
  };
  const changed = await alter(content, asIs, contents.changed);
  await copyAll(join(asIs, 'content'), contents.removed);
  await copyAll(join(content, FILES), join(contents.removed, FILES));
  for (const version of ['changed', 'removed'] as const) {
    await copyAll(join(dirname(content), 'public'), join(dirname(contents[version]), 'public'));
    await divide(contents[version], 'public', join(work, version));
  }
  const differences: string[] = [];
  for (const version of ['changed', 'removed']) {
    for (const name of await differing(asIs, join(work, version)))
      differences.push(`${name} (withheld content ${version})`);
  }
  return { changed, differences, contents };
}

/** Withheld entries that a changed archive has besides: their number too may not show. */
const ADDED: Readonly<Record<string, string>> = {
  'documents/st-99998-2099-init.md': '---\nnumber: 99998/99\ntitle: Added\naccess: { status: reference-only }\n---\n',
  'topics/added-topic.yaml': 'name: Added\nnotes:\n  - { text: Added., source: ST-99998-2099-INIT }\n',
};

/**
 * Writes the content with everything changed that its public part does not hold, and with more of it; returns how many
 * values were changed.
 * @param open the work folder of the public edition
 */
async function alter(content: string, open: string, target: string): Promise<number> {
  const shown = new Map((await readArchive(join(open, 'content'))).entries.map((e) => [`${e.collection}/${e.id}`, e]));
  let changed = 0;
  const scramble = <T extends string | number>(value: T): T => {
    const other = anotherThan(value) as T;
    if (other !== value) changed++;
    return other;
  };
  const lists = new Map<string, unknown[]>();
  for (const entry of (await readArchive(content)).entries) {
    const { layout, endings, schema } = collections[entry.collection];
    const other = shown.get(`${entry.collection}/${entry.id}`);
    const record = changeRecord(entry.record, other?.record, scramble);
    const { error } = schema.safeParse(record);
    if (error) throw new Error(`${entry.file} cannot be changed as a test of the edition: ${error.message}`);
    if (layout === 'list') {
      const name = `${entry.collection}${endings[0]}`;
      lists.set(name, [...(lists.get(name) ?? []), record]);
      continue;
    }
    const body = await readBody(content, entry.file);
    const text =
      endings[0] === '.yaml'
        ? stringify(record)
        : `---\n${stringify(record)}---\n${changeBody(entry, body, other, scramble)}`;
    await write(join(target, entry.file), text);
  }
  for (const [name, list] of lists) await write(join(target, name), stringify(list));
  for (const [name, text] of Object.entries(ADDED)) await write(join(target, name), text);
  const pictures = new Set(filesBelow(join(open, 'public', FILES)));
  for (const name of filesBelow(join(content, FILES))) {
    const bytes = await readFile(join(content, FILES, name));
    await write(join(target, FILES, name), pictures.has(name) ? bytes : scramble(bytes.toString('latin1')));
  }
  return changed;
}

/** Another value of the same form: other words and another length, another number, another day; ids stay. */
function anotherThan(value: string | number): string | number {
  if (typeof value === 'number') return value + 1;
  const day = /^(\d{4}-\d{2}-)(\d{2})$/.exec(value);
  if (day) return `${day[1]}${day[2] === '15' ? '16' : '15'}`;
  const code = /^([A-Z][A-Z /-]* )(\d+)$/.exec(value);
  if (code) return `${code[1]}${Number(code[2]) + 1}`;
  return /\s/.test(value) ? `altered ${value.split(/\s+/).reverse().join(' altered ')}` : value;
}

type Scramble = <T extends string | number>(value: T) => T;

/** What the open record holds stays; of the rest every value is another, and lists of objects are longer. */
function changeRecord(value: unknown, open: unknown, scramble: Scramble): unknown {
  if (typeof value === 'string' || typeof value === 'number') return open === undefined ? scramble(value) : value;
  if (Array.isArray(value)) {
    const rest = Array.isArray(open) ? [...open] : [];
    return value.flatMap((item) => {
      const at = rest.findIndex((other) => isPartOf(other, item));
      if (at >= 0) return [changeRecord(item, rest.splice(at, 1)[0], scramble)];
      const other = changeRecord(item, undefined, scramble);
      return typeof item === 'object' ? [other, other] : [other];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const beside = (open ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      // Who may see a fact is no fact: sources and access decide, and stay.
      key === 'source' || key === 'access' ? item : changeRecord(item, beside[key], scramble),
    ]),
  );
}

/** The open form of a value: the same, with fewer fields, items or sources. */
function isPartOf(open: unknown, value: unknown): boolean {
  if (Array.isArray(open) && Array.isArray(value)) return open.every((o) => value.some((v) => isPartOf(o, v)));
  if (Array.isArray(value)) return value.some((v) => isPartOf(open, v));
  if (typeof open !== 'object' || open === null) return open === value;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(open).every(([key, o]) => isPartOf(o, (value as Record<string, unknown>)[key]));
}

function changeBody(entry: Entry, body: string, open: Entry | undefined, scramble: Scramble): string {
  if (entry.collection === 'guide' && open) return body;
  const status = (open as Entry<'documents'> | undefined)?.record.access?.status;
  const closed = !open || status === 'limite' || status === 'reference-only';
  if (closed) return body.trim() === '' ? body : `${scramble('a whole text')}\n`;
  const lines = body.split('\n');
  for (const { from, to } of scanWithheld(body).blocks.toReversed()) {
    lines.splice(from, to - from - 1, scramble('a withheld portion'), '', scramble('of another length'));
  }
  return lines.join('\n');
}

async function differing(a: string, b: string): Promise<string[]> {
  const [left, right] = await Promise.all([hashes(a), hashes(b)]);
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name)).sort();
}

async function hashes(folder: string): Promise<Map<string, string>> {
  const names = filesBelow(folder);
  return new Map(await Promise.all(names.map(async (n) => [n, sha256(await readFile(join(folder, n)))] as const)));
}

async function copyAll(from: string, to: string): Promise<void> {
  for (const name of filesBelow(from)) await write(join(to, name), await readFile(join(from, name)));
}

async function write(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, data);
}
