import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ownCopy } from './own-copy.ts';
import type { ReadCode } from './problem.ts';

/** A place in a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Keys and indices from the top of the YAML to a value. */
export type Path = readonly (string | number)[];

/** A content file taken apart: YAML (front matter or the whole file) and, for Markdown, the body. */
export interface SourceFile {
  readonly yaml: string;
  /** Line on which the YAML starts, from 1. */
  readonly yamlLine: number;
  readonly body: string;
  /** Line on which the body starts, from 1. */
  readonly bodyLine: number;
}

/** Thrown where a file cannot be taken apart. */
export class SourceFileError extends Error {
  readonly code: ReadCode;
  readonly place: Place;
  readonly fix: string;
  constructor(code: ReadCode, message: string, place: Place, fix: string) {
    super(message);
    this.code = code;
    this.place = place;
    this.fix = fix;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes of a content file as text; a byte order mark and CRLF are taken away. Throws `SourceFileError`. */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new SourceFileError('ENCODING', 'the file is not UTF-8', { line: 1, column: 1 }, 'save it as UTF-8');
  }
  if (text.includes('\0')) {
    throw new SourceFileError('ENCODING', 'the file holds NUL bytes', { line: 1, column: 1 }, 'save it as plain text');
  }
  return text.replace(/\r\n?/g, '\n');
}

/** Splits Markdown into front matter and body. Throws `SourceFileError` where there is no front matter. */
export function splitMarkdown(text: string): SourceFile {
  if (!text.startsWith('---\n')) {
    throw new SourceFileError(
      'FRONT-MATTER',
      'the file does not begin with front matter',
      { line: 1, column: 1 },
      'begin it with a line ---, the fields, and another line ---',
    );
  }
  const end = text.startsWith('---\n', 4) ? 3 : text.indexOf('\n---\n', 3);
  const atEnd = end < 0 && text.endsWith('\n---') ? text.length - 4 : end;
  if (atEnd < 0) {
    throw new SourceFileError(
      'FRONT-MATTER',
      'the front matter does not end',
      { line: 1, column: 1 },
      'close it with a line ---',
    );
  }
  // Records are made of pieces of it, and bodies are not to stay in memory with them.
  const yaml = ownCopy(text.slice(4, atEnd + 1));
  const body = text.slice(atEnd + 5);
  return { yaml, yamlLine: 2, body, bodyLine: 2 + countLines(yaml) + 1 };
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The file of an entry below the content folder, taken apart. Throws `SourceFileError`. */
export function readSource(root: string, file: string): SourceFile {
  return takeApart(file, readFileSync(join(root, file)));
}

/** A file of content as its YAML and its body. Throws `SourceFileError`. */
export function takeApart(file: string, bytes: Uint8Array): SourceFile {
  const text = decodeText(bytes);
  return /\.mdx?$/.test(file) ? splitMarkdown(text) : wholeYaml(text);
}

/** A whole file of YAML. */
export function wholeYaml(text: string): SourceFile {
  return { yaml: text, yamlLine: 1, body: '', bodyLine: 1 };
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A file with many problems is parsed once. */
const parsed = new WeakMap<SourceFile, Parsed>();

function parse(source: SourceFile): Parsed {
  const known = parsed.get(source);
  if (known) return known;
  const lines = new LineCounter();
  const document = parseDocument(source.yaml, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    version: '1.2',
  });
  const result = { document, lines };
  parsed.set(source, result);
  return result;
}

/** The value of the YAML. Throws `SourceFileError` with the place of the first error. */
export function readYaml(source: SourceFile): unknown {
  const { document, lines } = parse(source);
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const { message, fix } = yamlWords[error.code] ?? {
      message: `the YAML does not parse: ${(error.message.split(/ at line \d+|\n/)[0] ?? '').replace(/[.:]$/, '')}`,
      fix: 'mind the indentation, and put values that hold a colon, # or a quotation mark in quotes',
    };
    throw new SourceFileError('YAML', message, { line: line + source.yamlLine - 1, column: col }, fix);
  }
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (failure) {
    // The library refuses aliases that would multiply without end, and names no place.
    if (!(failure instanceof ReferenceError)) throw failure;
    const place = { line: source.yamlLine, column: 1 };
    throw new SourceFileError('YAML', 'aliases (*name) that multiply', place, 'write the values out');
  }
}

/** The parser's commonest complaints in the words of people who write content, by its codes. */
const yamlWords: Readonly<Record<string, { message: string; fix: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second colon, or a deeper line, where a value ends',
    fix: 'put a value that holds a colon in quotes, and mind the indentation',
  },
  DUPLICATE_KEY: { message: 'the field is there twice', fix: 'keep one of the two' },
  MISSING_CHAR: {
    message: 'a quotation mark, bracket or brace is not closed before this',
    fix: 'close it; a value that holds a quotation mark goes between others: "l\'Aquila", \'the "Green" list\'',
  },
  MULTIPLE_DOCS: {
    message: 'a second set of fields begins here',
    fix: 'keep one set of fields: remove the line --- between them',
  },
  TAB_AS_INDENT: { message: 'a tab stands where the indentation is', fix: 'indent with spaces' },
};

/**
 * The place of the value at `path`, or of the nearest value above it that exists.
 * With `key` the place of the key itself, as for a key that should not be there.
 */
export function placeOf(source: SourceFile, path: Path, key = false): Place {
  const { document, lines } = parse(source);
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      const keyNode = pair.key as Node;
      node = (pair.value as Node | null) ?? null;
      // A value that is left empty has its place at its key.
      const isEmpty = isScalar(node) && node.value === null;
      offset = (isEmpty || (last && key) ? undefined : node?.range?.[0]) ?? keyNode.range?.[0] ?? offset;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: line + source.yamlLine - 1, column: col };
}
