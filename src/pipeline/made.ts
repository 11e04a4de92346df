import { readLines, writeLines } from '../archive/write-lines.ts';
import type { Needs } from '../edition/security/policy.ts';
import type { Question } from '../site/questions.ts';

/** A file that Astro made, as the next build knows it. */
export interface MadeFile {
  readonly file: string;
  /** Of its bytes. */
  readonly hash: string;
  /** What a page needs to be allowed; null for a file that is no page. */
  readonly needs: Needs | null;
  /** What it asked of the archive, and a digest of the answers; null where it is made in each build. */
  readonly asked: { readonly questions: readonly Question[]; readonly digest: string } | null;
}

/** One line a file; lists of text stand for sets. */
interface Line {
  readonly file: string;
  readonly hash: string;
  readonly needs: { readonly scripts: string[]; readonly styles: string[]; search: boolean; frames: boolean } | null;
  readonly questions?: readonly Question[];
  readonly digest?: string;
}

/** Files that were made, and out of what. */
export interface MadeList {
  /** Hash of the program that made them. */
  readonly code: string;
  /** Hash of all that it read, where every file of that input was made; else null. */
  readonly input: string | null;
  /** What the bundler made for all of them, with the hash of each. */
  readonly assets: readonly (readonly [file: string, hash: string])[];
  readonly files: ReadonlyMap<string, MadeFile>;
}

/** Reads a list of made files; null where there is none that can be relied on. */
export async function readMadeList(file: string): Promise<MadeList | null> {
  const made = new Map<string, MadeFile>();
  // Pages ask the same things of the archive: each question is kept once.
  const known = new Map<Question, Question>();
  const once = (question: Question) => {
    const same = known.get(question);
    if (same !== undefined) return same;
    known.set(question, question);
    return question;
  };
  let head: Omit<MadeList, 'files'> | null = null;
  for await (const text of readLines(file)) {
    if (head === null) head = JSON.parse(text) as Omit<MadeList, 'files'>;
    else {
      const { file, hash, needs, questions, digest } = JSON.parse(text) as Line;
      made.set(file, {
        file,
        hash,
        needs: needs && { ...needs, scripts: new Set(needs.scripts), styles: new Set(needs.styles) },
        asked: questions && digest ? { questions: questions.map(once), digest } : null,
      });
    }
  }
  return head && { ...head, files: made };
}

/** Writes a list whole or not at all. */
export async function writeMadeList(file: string, list: MadeList): Promise<void> {
  await writeLines(file, linesOf(list));
}

function* linesOf({ code, input, assets, files }: MadeList): Iterable<string> {
  yield JSON.stringify({ code, input, assets });
  for (const { file, hash, needs, asked } of files.values()) {
    const line: Line = {
      file,
      hash,
      needs: needs && {
        scripts: [...needs.scripts],
        styles: [...needs.styles],
        search: needs.search,
        frames: needs.frames ?? false,
      },
      ...asked,
    };
    yield JSON.stringify(line);
  }
}
