import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { isMap, isScalar, parseDocument, type Scalar, stringify, visit } from 'yaml';
import type { Mend } from '../archive/mend.ts';
import type { Problem } from '../archive/problem.ts';
import { decodeText, splitMarkdown, wholeYaml } from '../archive/source-file.ts';
import { replaceFile } from '../lib/replace-file.ts';
import { checkContent } from './check.ts';

/** A file before and after. */
export interface MendedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Mending one thing may bring out the next; more rounds than these mean that mends undo each other. */
const ROUNDS = 5;

/**
 * Mends what can only be meant in one way, until there is no more of it, and returns the files it changed. With
 * `dryRun` nothing is written and only what can be mended at once is returned.
 */
export async function mendContent(root: string, { dryRun = false } = {}): Promise<MendedFile[]> {
  const mended = new Map<string, MendedFile>();
  for (let round = 0; round < ROUNDS; round++) {
    const byFile = Map.groupBy(
      (await checkContent(root)).filter(({ mend }) => mend),
      ({ file }) => file,
    );
    let changed = false;
    for (const [file, problems] of byFile) {
      const text = decodeText(await readFile(join(root, file)));
      const after = mendText(file, text, problems);
      if (after === text) continue;
      changed = true;
      mended.set(file, { file, before: mended.get(file)?.before ?? text, after });
      if (!dryRun) replaceFile(join(root, file), after);
    }
    if (!changed || dryRun) break;
  }
  return [...mended.values()];
}

/** A change as a patch that `git apply` and people can read. */
export function diffOf({ file, before, after }: MendedFile): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 1 });
}

/** The text of a file with the mends of its problems; one whose place is not found, or that would clash, is left. */
export function mendText(file: string, text: string, problems: readonly Problem[]): string {
  const { yaml, yamlLine } = /\.mdx?$/.test(file) ? splitMarkdown(text) : wholeYaml(text);
  const start = text.indexOf(yaml);
  const lines = yaml.split('\n');
  const mends = new Map<number, Mend>();
  for (const { line, column, mend } of problems) {
    const above = lines.slice(0, line - yamlLine).reduce((sum, words) => sum + words.length + 1, 0);
    if (mend) mends.set(above + column - 1, mend);
  }
  const edits: { from: number; to: number; words: string }[] = [];
  visit(parseDocument(yaml, { keepSourceTokens: true }), {
    Pair(_, { key }, path) {
      const mend = isScalar(key) && key.range ? mends.get(key.range[0]) : undefined;
      const parent = path.at(-1);
      if (mend?.kind !== 'key' || !isMap(parent) || parent.has(mend.key)) return;
      edits.push({ ...spanOf(key as Scalar), words: mend.key });
    },
    Scalar(position, node) {
      const mend = position !== 'key' && node.range ? mends.get(node.range[0]) : undefined;
      if (!mend || mend.kind === 'key') return;
      const { from, to } = spanOf(node);
      const words = mend.kind === 'quote' ? JSON.stringify(yaml.slice(from, to)) : stringify(mend.value).trimEnd();
      edits.push({ from, to, words });
    },
  });
  let mended = yaml;
  for (const { from, to, words } of edits.sort((a, b) => b.from - a.from)) {
    mended = mended.slice(0, from) + words + mended.slice(to);
  }
  return text.slice(0, start) + mended + text.slice(start + yaml.length);
}

function spanOf({ range }: Scalar): { from: number; to: number } {
  const [from = 0, to = 0] = range ?? [];
  return { from, to };
}
