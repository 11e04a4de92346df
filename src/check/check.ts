import { collectionNames } from '../archive/collections.ts';
import { compareProblems, type Problem } from '../archive/problem.ts';
import { type ArchiveContent, locate, readArchive, readSource } from '../archive/read.ts';
import type { ReadMemo } from '../archive/read-memo.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { HEADER } from '../archive/source.ts';
import type { SourceFile } from '../archive/source-file.ts';
import { outline } from '../markdown/render.ts';
import type { CheckContext, Rule, RuleFinding } from './rule.ts';
import { rules } from './rules/index.ts';

/** Checks a content folder: reads all of it, then runs every rule, and reports all problems of all files. */
export async function checkContent(root: string, memo?: ReadMemo): Promise<Problem[]> {
  return checkArchive(await readArchive(root, memo), rules);
}

/** The problems of content that has been read already, by the given rules only. */
export async function checkArchive(content: ArchiveContent, rules: readonly Rule[]): Promise<Problem[]> {
  const sources = new Sources(content.root);
  const context = await contextOf(content, sources);
  const problems = [...content.problems];
  for (const rule of rules) {
    for (const finding of rule.check(context)) problems.push(await toProblem(rule, finding, sources));
  }
  return problems.sort(compareProblems);
}

/** Files of the entries, each read when first asked for. */
class Sources {
  readonly #root: string;
  readonly #files = new Map<string, SourceFile>();
  constructor(root: string) {
    this.#root = root;
  }
  async get(file: string): Promise<SourceFile> {
    const source = this.#files.get(file) ?? (await readSource(this.#root, file));
    this.#files.set(file, source);
    return source;
  }
}

async function contextOf(content: ArchiveContent, sources: Sources): Promise<CheckContext> {
  const ids = new Map<CollectionName, Set<string>>(collectionNames.map((name) => [name, new Set()]));
  const documents = new Map<string, string>();
  const bodies = new Map<string, string>();
  for (const entry of content.entries) ids.get(entry.collection)?.add(entry.id);
  const written = [...content.entries.map((entry) => ({ ...entry, faults: [] })), ...content.written];
  for (const { file, collection, id } of written) {
    if (!/\.mdx?$/.test(file)) continue;
    const { body } = await sources.get(file);
    bodies.set(file, body);
    if (collection === 'documents') documents.set(id, body);
  }
  const anchors = new Map<string, ReadonlySet<string> | null>();
  const faulty = new Set(content.faulty.map(({ collection, id }) => `${collection}/${id ?? ''}`));
  return {
    content,
    written,
    ids,
    exists: (collection, id) =>
      ids.get(collection)?.has(id) || faulty.has(`${collection}/${id}`) || faulty.has(`${collection}/`),
    bodyOf: ({ file }) => bodies.get(file) ?? '',
    anchorsOf(id) {
      const known = anchors.get(id);
      if (known !== undefined) return known;
      const body = documents.get(id);
      const found = body?.trim() ? new Set([HEADER, ...outline(body).anchors.map(({ locator }) => locator)]) : null;
      anchors.set(id, found);
      return found;
    },
  };
}

async function toProblem(rule: Rule, finding: RuleFinding, sources: Sources): Promise<Problem> {
  const { entry, path = [], bodyLine, message, fix, mend } = finding;
  const source = await sources.get(entry.file);
  const code = finding.code ?? rule.code;
  if (bodyLine !== undefined) {
    return { file: entry.file, line: source.bodyLine + bodyLine - 1, column: 1, code, message, fix };
  }
  const whole = entry.index === undefined ? path : [entry.index, ...path];
  const [problem] = locate(entry.file, source, [{ code, path: whole, message, fix, mend }]);
  if (!problem) throw new Error('a finding has one place');
  return problem;
}
