import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Lexer, parse } from 'yaml';
import { filesBelow } from '../lib/files.ts';
import { blocksOf, isMarked } from './body.ts';
import type { Value } from './withheld-values.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** An entry, as its file has it. */
export interface Item {
  readonly collection: string;
  readonly id: string;
  /** Below the content folder. */
  readonly file: string;
  readonly record: Fields;
  /** Of a document, and of its official text: how much of it is open. */
  readonly status: unknown;
  /** Whether the file has a body that the public may read, portions apart. */
  readonly openText: boolean;
  /** Whether something in its body may be withheld though the rest is open. */
  readonly isMarked: boolean;
}

/** Statuses of documents whose text is open, whole or but for portions. */
const OPEN_STATUS = ['public', 'partial', 'declassified'];

/**
 * Every entry of the content, and what is no part of any: comments, pictures, static files, what became of old addresses.
 * Throws where a file cannot be read.
 */
export function readItems(content: string): { items: Item[]; beside: Value[] } {
  const items: Item[] = [];
  const beside = [...hiddenStatics(join(dirname(content), 'public'))];
  const statuses = new Map<string, unknown>();
  for (const file of filesBelow(content)) {
    // A picture that no open text shows is not published.
    if (file.startsWith('files/')) beside.push({ text: file, file, at: 'the name of a picture' });
    if (!/\.(?:ya?ml|mdx?)$/.test(file) || /(?:^|\/)(?:\.|readme\b)/i.test(file)) continue;
    const { yaml, body } = readFileOf(content, file);
    beside.push(...commentsIn(yaml, file));
    const value = parseYaml(yaml, file);
    if (file !== 'addresses/redirects.yaml')
      items.push(...itemsOf(file, value, statuses).map((item) => ({ ...item, isMarked: isMarked(body) })));
    else
      for (const { gone, edition } of value as Fields[])
        if (edition !== 'public') beside.push({ text: String(gone ?? ''), file, at: 'gone' });
  }
  return { items, beside };
}

/** A content file taken apart by hand; `line` is that of the first line of its body. */
export function readFileOf(content: string, file: string): { yaml: string; body: string; line: number } {
  const bytes = readFileSync(join(content, file), 'utf8');
  const text = bytes
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  if (!/\.mdx?$/.test(file)) return { yaml: text, body: '', line: 1 };
  const end = text.startsWith('---\n') ? `${text}\n`.indexOf('\n---\n', 3) : -1;
  if (end < 0) return { yaml: '', body: text, line: 1 };
  // A record holds pieces of the YAML: of a copy, so that the body does not stay in memory with them.
  const yaml = Buffer.from(text.slice(4, end + 1)).toString();
  return { yaml, body: text.slice(end + 5), line: yaml.split('\n').length + 2 };
}

function parseYaml(yaml: string, file: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    throw new Error(`${file} cannot be read: run npm run check`, { cause: error });
  }
}

function* commentsIn(yaml: string, file: string): Iterable<Value> {
  if (!/(?:^|\s)#/m.test(yaml)) return;
  let [before, line] = ['', 1];
  for (const token of new Lexer().lex(yaml)) {
    // The lexer puts this sign before the text of a value.
    if (token.startsWith('#') && before !== '\x1f') yield { text: token, file, at: `comment in line ${line}` };
    line += token.split('\n').length - 1;
    before = token;
  }
}

/** @param statuses of documents by their id, to which those of the file are added; a text has that of its document */
function itemsOf(file: string, value: unknown, statuses: Map<string, unknown>): Omit<Item, 'isMarked'>[] {
  const [collection = ''] = file.split(/[/.]/);
  return [value ?? {}].flat().map((entry) => {
    const record = entry as Fields;
    const stem = basename(file, extname(file));
    const name = Array.isArray(value) ? String(record.id ?? record.term ?? record.code) : stem;
    const id = collection === 'documents' || collection === 'texts' ? name.toUpperCase() : name;
    if (collection === 'documents') statuses.set(id, (record.access as Fields | undefined)?.status);
    const status = statuses.get(id);
    const openText = collection === 'guide' ? record.edition === 'public' : OPEN_STATUS.includes(String(status));
    return { collection, id, file, record, status, openText };
  });
}

/** Names and texts of the static files that are not for the public. */
function* hiddenStatics(folder: string): Iterable<Value> {
  const list = join(folder, 'editions.yaml');
  const yaml = existsSync(list) ? readFileSync(list, 'utf8') : '';
  yield* commentsIn(yaml, 'public/editions.yaml');
  const editions = (parseYaml(yaml, list) ?? {}) as Fields;
  for (const name of filesBelow(folder)) {
    if (editions[name] === 'public' || name === 'editions.yaml') continue;
    const file = `public/${name}`;
    yield { text: name, file, at: 'its name' };
    if (!/\.(?:svg|txt|css|js|webmanifest|xml)$/.test(name)) continue;
    const text = readFileSync(join(folder, name), 'utf8').replace(/<[^<>]*>/g, '\n\n');
    for (const block of blocksOf({ line: 1, text })) yield { text: block.text, file, at: `line ${block.line}` };
  }
}
