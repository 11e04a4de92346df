import { appendFileSync, readFileSync } from 'node:fs';
import { isItem, type Question, questionOf } from './questions.ts';

/** What the build says to a process that makes pages. */
export interface PageOrder {
  /** A file of the pages it is to make, a path a line. */
  readonly wanted: string;
  /** The file into which it says what each page asked of the archive. */
  readonly asked: string;
}

/** What a page that was made is known by. */
export interface MadePage {
  readonly page: string;
  readonly asked: readonly Question[];
}

/** The order of the build in the environment; null where Astro makes all pages, as in development. */
export function orderIn(env: NodeJS.ProcessEnv): PageOrder | null {
  const { ENFOCUSTOM_PAGES: wanted, ENFOCUSTOM_ASKED: asked } = env;
  return wanted && asked ? { wanted, asked } : null;
}

export function readWanted({ wanted }: PageOrder): ReadonlySet<string> {
  return new Set(readFileSync(wanted, 'utf8').split('\n').filter(Boolean));
}

export function writeMade({ asked }: PageOrder, made: MadePage): void {
  appendFileSync(asked, `${JSON.stringify(made)}\n`);
}

/**
 * The questions that what a route hands to its page stands for; null where it hands over something else, and the page
 * has to be made in each build.
 */
export function questionsFor(props: Readonly<Record<string, unknown>>, params: readonly unknown[]): Question[] | null {
  const questions: Question[] = [];
  for (const value of Object.values(props)) {
    if (value === undefined || params.includes(value)) continue;
    if (isItem(value)) questions.push(questionOf('get', value.collection, value.id));
    else if (isCited(value)) questions.push(questionOf('citedOnlyAt', value.address));
    else return null;
  }
  return questions;
}

function isCited(value: unknown): value is { readonly address: string } {
  return typeof value === 'object' && value !== null && 'reference' in value && 'address' in value;
}
