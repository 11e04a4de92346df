import { hash } from 'node:crypto';
import type { Catalogue } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import { readBody } from '../archive/read.ts';
import { DERIVED } from './derived.ts';

/** What a catalogue can be asked; `body` is the text of an entry, by its file. */
export type Method =
  | 'list'
  | 'get'
  | 'byAddress'
  | 'citedOnly'
  | 'citedOnlyAt'
  | 'incoming'
  | 'outgoing'
  | 'all'
  | 'during'
  | 'restingOn'
  | 'resolve'
  | 'sourceAddress'
  | 'derived'
  | 'body';

/** A question to the archive as text, so that it can be asked again: `["get","documents","ST-7806-2019-INIT"]`. */
export type Question = string;

export function questionOf(method: Method, ...args: readonly unknown[]): Question {
  return JSON.stringify([method, ...args]);
}

/** Answers questions of one state of the archive by digests: equal as long as nothing in the answer has changed. */
export class Answers {
  readonly #archive: Catalogue;
  readonly #root: string;
  readonly #known = new Map<Question, string>();
  readonly #items = new WeakMap<object, string>();

  /** @param root the content folder, where bodies lie */
  constructor(archive: Catalogue, root: string) {
    this.#archive = archive;
    this.#root = root;
  }

  /** One digest of the answers to several questions. */
  digest(questions: readonly Question[]): string {
    const answers: string[] = [];
    for (const question of questions) {
      let answer = this.#known.get(question);
      if (answer === undefined) {
        answer = hash('sha1', this.#text(this.#ask(question)));
        this.#known.set(question, answer);
      }
      answers.push(answer);
    }
    return hash('sha256', answers.join());
  }

  #ask(question: Question): unknown {
    const [method, ...args] = JSON.parse(question) as [Method, ...never[]];
    if (method === 'body') {
      try {
        return readBody(this.#root, args[0] ?? '');
      } catch (error) {
        // A file that is gone is an answer too.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    }
    if (method === 'derived') {
      const index = DERIVED.find(({ name }) => name === args[0]);
      return index && this.#archive.derived(index, args[1] ?? '');
    }
    const ask = this.#archive[method] as (...args: readonly unknown[]) => unknown;
    return ask.apply(this.#archive, args);
  }

  #text(answer: unknown): string {
    const replace = (_: string, value: unknown) => {
      if (isItem(value)) return this.#digestOf(value);
      return value instanceof Map ? [...value] : value;
    };
    return JSON.stringify(answer, replace) ?? 'undefined';
  }

  /** An entry stands for all that its record says: which of it a page shows is not asked. */
  #digestOf(item: Item): string {
    let digest = this.#items.get(item);
    if (digest === undefined) {
      digest = hash('sha1', JSON.stringify(item));
      this.#items.set(item, digest);
    }
    return digest;
  }
}

export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'entry' in value && 'collection' in value && 'address' in value;
}
