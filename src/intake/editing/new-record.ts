import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Collection, collectionNames, collections } from '../../archive/collections.ts';
import { FILE_STEM_RULE, fileStem, isFileStem } from '../../archive/id.ts';
import type { Problem } from '../../archive/problem.ts';
import { formatReference, keyOf, parseReference } from '../../archive/reference/index.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { checkContent } from '../../check/check.ts';
import { replaceFile } from '../../lib/replace-file.ts';
import { type Field, fieldsIn, neededFields } from './fields.ts';

/** What `npm run new` cannot do, said to the person who typed it. */
export class NewRecordError extends Error {}

/** Collections whose entries are made by hand; official texts are imported. */
export const CREATABLE = collectionNames.filter((name) => name !== 'texts');

/** `action`, `working-party` or `working-parties` → the collection. Throws `NewRecordError`. */
export function collectionOf(word: string): CollectionName {
  const typed = word.toLowerCase().replace(/[\s_]/g, '-');
  const found = CREATABLE.find((name) => name === typed || collections[name].singular.replaceAll(' ', '-') === typed);
  if (found) return found;
  const words = CREATABLE.map((name) => collections[name].singular.replaceAll(' ', '-'));
  throw new NewRecordError(`There is nothing called "${word}" here: ${words.join(', ')}.`);
}

/** Worth asking for though a record can do without. */
const SUGGESTED: Partial<Record<CollectionName, readonly string[]>> = {
  documents: ['date', 'kind', 'from', 'to', 'marking', 'source'],
  actions: ['title.value', 'title.source'],
  'action-plans': ['title.value', 'title.source', 'period.value', 'period.source'],
  strategies: ['title.value', 'title.source', 'adopted.value', 'adopted.source'],
  meetings: ['workingParty.to', 'workingParty.source'],
  operations: ['name.value', 'name.source'],
  organisations: ['name.value', 'name.source'],
  systems: ['name.value', 'name.source'],
  glossary: ['expansion'],
};

/** The fields to ask for: what the record needs, then what it should have. */
export function askedFields(collection: CollectionName): Field[] {
  const { schema, key } = collections[collection];
  const needed = neededFields(schema);
  const suggested = SUGGESTED[collection] ?? [];
  const also = [...fieldsIn(schema)].filter(
    ({ path }) => suggested.includes(path) && !needed.some((field) => field.path === path),
  );
  // The entry's own id is given before any field.
  return [...needed, ...also.map((field) => ({ ...field, required: false }))].filter(({ path }) => path !== key);
}

/** The id as the archive writes it, and what it says of the record: a document's number, the day of a meeting. */
export function startOf(collection: CollectionName, typed: string): { id: string; known: Record<string, string> } {
  if (collection === 'documents') {
    const reference = parseReference(typed);
    if (reference?.kind !== 'council') {
      throw new NewRecordError(
        `"${typed}" is not the number of a Council document: write 13944/22 or ST-13944-2022-INIT.`,
      );
    }
    return {
      id: keyOf(reference),
      known: { number: typed.includes('/') ? typed : formatReference(reference, 'printed') },
    };
  }
  const { layout } = collections[collection];
  const id = layout === 'folder' ? fileStem(typed) : typed;
  if (layout === 'folder' && !isFileStem(collection, id)) {
    throw new NewRecordError(`"${typed}" cannot name a file: ${FILE_STEM_RULE}.`);
  }
  const day = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(id);
  return collection === 'meetings' && day?.[1] ? { id, known: { 'date.value': day[1] } } : { id, known: {} };
}

/** A record from the answers, by path of field; empty ones are left out, with the groups that hold nothing else. */
export function recordOf(collection: CollectionName, answers: ReadonlyMap<string, string>): Record<string, unknown> {
  const fields = new Map([...fieldsIn(collections[collection].schema)].map((field) => [field.path, field]));
  const record: Record<string, unknown> = {};
  for (const [path, answer] of answers) {
    if (answer.trim() === '') continue;
    const field = fields.get(path) ?? fields.get(path.replace(/\[\d+\]/g, '[]'));
    if (!field) throw new NewRecordError(`"${path}" is not a field of ${collections[collection].plural}.`);
    put(record, path, valueAt(answer.trim(), field));
  }
  return record;
}

function valueAt(answer: string, { holds }: Field): unknown {
  if (holds.startsWith('list') || (holds.startsWith('source') && answer.includes(','))) {
    return answer.split(/\s*[,;]\s*/).filter((part) => part !== '');
  }
  if (holds === 'number') return Number.isFinite(Number(answer)) ? Number(answer) : answer;
  if (holds === 'true or false') return /^(?:true|yes|y)$/i.test(answer);
  return answer;
}

function put(record: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.');
  let at = record;
  for (const [index, step] of steps.entries()) {
    const key = step.replace(/\[\d*\]$/, '');
    if (index === steps.length - 1) at[key] = value;
    else if (key !== step) {
      at[key] ??= [{}];
      at = (at[key] as Record<string, unknown>[])[0] as Record<string, unknown>;
    } else {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
  }
}

export interface NewRecord {
  readonly file: string;
  /** Of the file that was written; where there are any, it was taken back. */
  readonly problems: readonly Problem[];
}

/** Writes a record into the content and checks it all; what does not pass, or could not be checked, is taken back. Throws `NewRecordError`. */
export async function writeRecord(
  content: string,
  collection: CollectionName,
  id: string,
  record: Readonly<Record<string, unknown>>,
): Promise<NewRecord> {
  const definition = collections[collection];
  const file = fileOf(collection, definition, id);
  const path = join(content, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (before !== null && definition.layout === 'folder') throw new NewRecordError(`${file} is there already.`);
  replaceFile(path, textOf(collection, definition, id, record, before));
  let passed = false;
  try {
    const problems = (await checkContent(content)).filter((problem) => problem.file === file);
    passed = problems.length === 0;
    return { file, problems };
  } finally {
    if (!passed && before === null) rmSync(path);
    else if (!passed && before !== null) replaceFile(path, before);
  }
}

function fileOf(collection: CollectionName, { layout, endings }: Collection, id: string): string {
  return layout === 'list' ? `${collection}${endings[0]}` : `${collection}/${fileStem(id)}${endings[0]}`;
}

/** In our own words, where they are still to come. */
const PRECIS =
  '\n## Introduction\n\nThe précis, in the archive’s own words, under the headings and numbers of the document.\n';

function textOf(
  collection: CollectionName,
  { layout, key = 'id', endings }: Collection,
  id: string,
  record: Readonly<Record<string, unknown>>,
  before: string | null,
): string {
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 });
  if (layout === 'list') return `${before === null ? '' : `${before.trimEnd()}\n`}${yaml([{ [key]: id, ...record }])}`;
  if (endings[0] === '.yaml') return yaml(record);
  const status = (record.access as { status?: string } | undefined)?.status;
  const body = collection === 'documents' && status === 'reference-only' ? '' : PRECIS;
  return `---\n${yaml(record)}---\n${body}`;
}
