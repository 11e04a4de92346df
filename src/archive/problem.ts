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
}

/** `file:line:column CODE what is wrong → how to mend it` */
export function formatProblem(p: Problem): string {
  return `${p.file}:${p.line}:${p.column} ${p.code} ${p.message} → ${p.fix}`;
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
