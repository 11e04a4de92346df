import type { Mend } from './mend.ts';

/** Something wrong in the content, told so that it can be mended. */
export interface Problem {
  /** Path as the reader knows it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Stable, in capitals: `UNKNOWN-KEY`. */
  readonly code: string;
  readonly message: string;
  /** How to mend it. */
  readonly fix: string;
  /** Where it can be mended without asking. */
  readonly mend?: Mend | undefined;
}

/** What reading finds, before any rule: the codes, and what holds where they do not appear. */
export const readCodes = {
  FILE: 'Every file lies in the folder of its collection and has its ending and the form of its names.',
  ENCODING: 'Every file is UTF-8 text.',
  'FRONT-MATTER': 'A Markdown file begins with its fields between two lines of ---.',
  YAML: 'The fields are YAML, no key twice.',
  'UNKNOWN-KEY': 'Only fields that the schema knows are used.',
  MISSING: 'Fields that the schema requires are there.',
  'ACCESS-MISSING': 'Every document says who may see it.',
  TYPE: 'A field holds a text, a number, a list or fields of its own, as its schema says.',
  VALUE: 'A field holds one of the values, or has the form, that its schema allows.',
  DATE: 'A date is a day, month, year or period of the calendar.',
  'DUPLICATE-ID': 'No two entries have one id, however it is spelt and wherever they lie.',
} as const;
export type ReadCode = keyof typeof readCodes;

/** `file:line:column CODE what is wrong → how to mend it`; on one line, with every character of it to be seen. */
export function formatProblem(p: Problem): string {
  return visible(`${p.file}:${p.line}:${p.column} ${p.code} ${p.message} → ${p.fix}`);
}

/** Control characters, and those that turn, part or join words unseen, by their numbers. */
function visible(words: string): string {
  return words.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/** By file, then by place. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
