import { collectionNames } from '../archive/collections.ts';
import { compareProblems, type Problem } from '../archive/problem.ts';
import { type ArchiveContent, locate, readArchive } from '../archive/read.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { HEADER } from '../archive/source.ts';
import type { CheckContext, Rule, RuleFinding } from './rule.ts';
import { rules, warnings } from './rules/index.ts';
import { Texts } from './texts.ts';

/** Checks a content folder: reads all of it, then runs every rule, and reports all problems of all files. */
export async function checkContent(root: string): Promise<Problem[]> {
  return checkArchive(await readArchive(root), rules);
}

/** The problems of content that has been read already, by the given rules only. */
export function checkArchive(content: ArchiveContent, rules: readonly Rule[]): Problem[] {
  return [...content.problems, ...findProblems(content, rules, null)].sort(compareProblems);
}

/**
 * Findings that an editor should look at once more, though they hinder no publication.
 * @param today `YYYY-MM-DD`
 */
export function warningsOf(content: ArchiveContent, today: string): Problem[] {
  return findProblems(content, warnings, today).sort(compareProblems);
}

function findProblems(content: ArchiveContent, rules: readonly Rule[], today: string | null): Problem[] {
  const texts = new Texts(content.files);
  const context = contextOf(content, texts, today);
  return rules.flatMap((rule) => [...rule.check(context)].map((finding) => toProblem(rule, finding, texts)));
}

function contextOf(content: ArchiveContent, texts: Texts, today: string | null): CheckContext {
  const ids = new Map<CollectionName, Set<string>>(collectionNames.map((name) => [name, new Set()]));
  for (const entry of content.entries) ids.get(entry.collection)?.add(entry.id);
  const written = [...content.entries.map((entry) => ({ ...entry, faults: [] })), ...content.written];
  const documents = new Map(written.flatMap((entry) => (entry.collection === 'documents' ? [[entry.id, entry]] : [])));
  const faulty = new Set(content.faulty.map(({ collection, id }) => `${collection}/${id ?? ''}`));
  return {
    content,
    written,
    ids,
    exists: (collection, id) =>
      ids.get(collection)?.has(id) || faulty.has(`${collection}/${id}`) || faulty.has(`${collection}/`),
    today,
    textOf: (entry) => texts.factsOf(entry),
    anchorsOf(id) {
      const document = documents.get(id);
      return !document || texts.factsOf(document).blank ? [] : [HEADER, ...texts.locatorsOf(document)];
    },
  };
}

function toProblem(rule: Rule, finding: RuleFinding, texts: Texts): Problem {
  const { entry, path = [], bodyLine, column = 1, message, fix, mend } = finding;
  const source = texts.sourceOf(entry.file);
  const code = finding.code ?? rule.code;
  if (bodyLine !== undefined) {
    return { file: entry.file, line: source.bodyLine + bodyLine - 1, column, code, message, fix };
  }
  const whole = entry.index === undefined ? path : [entry.index, ...path];
  const [problem] = locate(entry.file, source, [{ code, path: whole, message, fix, mend }]);
  if (!problem) throw new Error('a finding has one place');
  return problem;
}
