import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A test collection: documents, queries, and for each query the documents that answer it. */
export interface Collection {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads a collection in the format of Cranfield and CISI from a folder: documents in a file with `all` in its name, queries in
 * one with `qry`, judgements in one with `rel`. Fields begin with `.I`, `.T`, `.A`, `.B`, `.W`, `.X` on a line.
 * Cranfield's judgements count its queries through, whatever numbers they bear; its grade -1 means "not relevant".
 * A folder with `doc-text`, `query-text` and `rlv-ass` is read in the format of NPL: a number on a line, its text or the
 * documents that answer it on the next ones, and a line with a slash.
 */
export async function readCollection(folder: string): Promise<Collection> {
  const names = await readdir(folder);
  if (names.includes('doc-text')) return readNpl(folder);
  const file = async (part: RegExp, what: string) => {
    const name = names.find((one) => part.test(one) && !/readme/i.test(one));
    if (!name) throw new Error(`${folder} has no file of ${what} (looked for ${part.source} in a file name)`);
    return readFile(join(folder, name), 'latin1');
  };
  const documents = fieldsOf(await file(/\.all|^all/i, 'documents'));
  const queries = fieldsOf(await file(/qry|quer/i, 'queries'));
  const judgements = (await file(/rel/i, 'judgements')).split('\n').map((line) => line.trim().split(/\s+/));
  const relevant = new Map<string, Set<string>>();
  for (const [query, document, grade] of judgements) {
    if (!query || !document || grade === '-1') continue;
    const known = relevant.get(query) ?? new Set();
    relevant.set(query, known.add(document));
  }
  const inSequence = queries.some(({ I = '' }) => !relevant.has(number(I)));
  return {
    documents: documents.map(({ I = '', T = '', W = '' }) => ({ id: number(I), title: T, text: W })),
    queries: queries.map(({ I = '', W = '' }, index) => ({ id: inSequence ? String(index + 1) : number(I), text: W })),
    relevant,
  };
}

async function readNpl(folder: string): Promise<Collection> {
  const entries = async (name: string) => {
    const text = await readFile(join(folder, name), 'latin1');
    const parts = text.split(/^\s*\/\s*$/m).map((part) => /^\s*(\d+)\s+([\s\S]*)$/.exec(part));
    return parts.flatMap((part) =>
      part ? [{ id: part[1] ?? '', text: (part[2] ?? '').replace(/\s+/g, ' ').trim() }] : [],
    );
  };
  const answers = (await entries('rlv-ass')).map(({ id, text }) => [id, new Set(text.split(' '))] as const);
  return {
    documents: (await entries('doc-text')).map((one) => ({ ...one, title: '' })),
    // Its queries are in capitals.
    queries: (await entries('query-text')).map(({ id, text }) => ({ id, text: text.toLowerCase() })),
    relevant: new Map(answers),
  };
}

const number = (id: string) => String(Number(id));

function fieldsOf(text: string): Record<string, string>[] {
  const entries: Record<string, string>[] = [];
  let field = '';
  for (const line of text.split('\n')) {
    const start = /^\.I\s+(\d+)\s*$/.exec(line);
    const named = /^\.([TABWXNCK])\s*$/.exec(line);
    if (start) entries.push({ I: start[1] ?? '' });
    else if (named) field = named[1] ?? '';
    const entry = entries.at(-1);
    if (entry && !start && !named) entry[field] = `${entry[field] ?? ''} ${line}`.trim();
  }
  return entries;
}
