import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type TextRecord, texts } from '../../archive/schema/texts.ts';
import { replaceFiles } from '../../lib/replace-file.ts';
import { IMPORTER_VERSION, type Outcome } from './document.ts';
import { recordStub } from './record.ts';

type Document = Extract<Outcome, { kind: 'document' }>;

export interface StoreOptions {
  /** The folder that holds `documents/` and `texts/`. */
  readonly content: string;
  readonly dryRun: boolean;
  /** Replace a text that was edited since it was imported. */
  readonly force: boolean;
}

/** What was done, or in a dry run would be done. */
export interface Stored {
  readonly text: 'created' | 'updated' | 'unchanged' | 'kept';
  readonly record: 'created' | 'exists';
  /** File of the record. */
  readonly path: string;
  /** Why nothing was written; only with `kept`. */
  readonly problem?: string;
  readonly warnings: readonly string[];
}

/** One folder of content, into which documents are imported. */
export class Store {
  readonly #options: StoreOptions;
  #records: Set<string> | null = null;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /**
   * Writes the text of a document and, where it has none, a stub of its record: both or neither. Throws the error of
   * the file system where that fails; what was there before is then there again.
   */
  put(document: Document): Stored {
    const { content, dryRun, force } = this.#options;
    const name = `${document.header.id.toLowerCase()}.md`;
    const textPath = join(content, 'texts', name);
    const text = textFile(document);
    const old = existsSync(textPath) ? readFileSync(textPath, 'utf8') : null;
    const path = join(content, 'documents', name);
    const hasRecord = this.#hasRecord(name);
    const record = hasRecord ? 'exists' : 'created';
    if (old !== null && old !== text && !force && isEdited(old)) {
      const problem = `${textPath} was edited since it was imported: it stays as it is; --force replaces it`;
      return { text: 'kept', record: 'exists', path, problem, warnings: [] };
    }
    const state = old === null ? 'created' : old === text ? 'unchanged' : 'updated';
    const stub = hasRecord ? null : recordStub(document.facts, document.header, document.pages);
    const files: [path: string, data: string][] = [];
    if (state !== 'unchanged') files.push([textPath, text]);
    if (stub) files.push([path, `---\n${stringify(stub.data, { lineWidth: 0 })}---\n`]);
    if (!dryRun) replaceFiles(files);
    this.#records?.add(name.slice(0, -3));
    return { text: state, record, path, warnings: stub?.warnings ?? [] };
  }

  /** Whether a record exists, in whatever case, folder or extension. */
  #hasRecord(name: string): boolean {
    const folder = join(this.#options.content, 'documents');
    this.#records ??= new Set(
      (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
        .filter((file) => /\.mdx?$/i.test(file))
        .map((file) =>
          file
            .replace(/^.*[\\/]/, '')
            .replace(/\.mdx?$/i, '')
            .toLowerCase(),
        ),
    );
    return this.#records.has(name.slice(0, -3));
  }
}

/** The file of a text as the importer writes it. */
function textFile(document: Document): string {
  const { facts, header, markdown, sha256 } = document;
  const head = { source: facts.source, sha256, importer: IMPORTER_VERSION, language: header.language };
  const record: TextRecord = { ...head, written: sealOf(head, markdown) };
  return `---\n${stringify(record, { lineWidth: 0 })}---\n\n${markdown}`;
}

function sealOf(head: Omit<TextRecord, 'written'>, body: string): string {
  const facts = [head.source, head.sha256, head.importer, head.language];
  return createHash('sha256')
    .update(`${JSON.stringify(facts)}\n${body}`)
    .digest('hex');
}

/** Whether a file is not as an importer of any version left it. */
function isEdited(file: string): boolean {
  const match = /^---\n([\s\S]*?)\n---\n\n?/.exec(file);
  if (!match) return true;
  try {
    const { written, ...head } = texts.parse(parse(match[1] ?? ''));
    return written !== sealOf(head, file.slice(match[0].length));
  } catch {
    // Front matter that the importer cannot have written.
    return true;
  }
}
