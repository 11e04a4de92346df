import { decodeHTML } from 'entities';
import { addressOf } from '../archive/address.ts';
import type { Entry } from '../archive/collections.ts';
import type { Problem } from '../archive/problem.ts';
import type { SourceFile } from '../archive/source-file.ts';
import type { KeptEntry } from './select.ts';
import { isDocument, isOpenDocument } from './sources.ts';

/** Ways in which a page could reach files that the partition did not choose. */
const REACHES_OUT = /\bimport\s*\(|\bimport\.meta\b|\brequire\s*\(|\bglobalThis\b|\bprocess\.env\b/;

/**
 * What an authored page of the public edition may not do: link to what the public does not see, or bring in files
 * other than components.
 */
export class PageCheck {
  readonly #withheld = new Map<string, string>();
  readonly #closedDocuments = new Set<string>();

  constructor(all: readonly Entry[], kept: readonly KeptEntry[]) {
    const shown = new Set(kept.map(({ entry }) => addressOf(entry.collection, entry.id)));
    for (const entry of all) {
      const address = addressOf(entry.collection, entry.id);
      if (!shown.has(address)) this.#withheld.set(address, `${entry.collection} "${entry.id}"`);
      if (isDocument(entry) && !isOpenDocument(entry)) this.#closedDocuments.add(address);
    }
  }

  problemsOf(entry: Entry, source: SourceFile): Problem[] {
    const base = addressOf(entry.collection, entry.id);
    return source.body.split('\n').flatMap((words, index) => {
      const at = { file: entry.file, line: source.bodyLine + index };
      return [...this.#imports(words, at), ...this.#links(words, base, at)];
    });
  }

  *#imports(words: string, at: { file: string; line: number }): Iterable<Problem> {
    const esm = /^(import|export)\b/.test(words);
    if (esm ? !/^import \w+ from '@components\/[\w/-]+\.astro';?$/.test(words.trim()) : REACHES_OUT.test(words)) {
      yield {
        ...at,
        column: 1,
        code: 'PAGE-IMPORT',
        message: 'a page may bring in nothing but components',
        fix: "write import Name from '@components/Name.astro';",
      };
    }
  }

  *#links(words: string, base: string, at: { file: string; line: number }): Iterable<Problem> {
    // Whatever could be the target of a link, in Markdown, in an attribute or in an expression.
    for (const { 0: target, index } of words.matchAll(/(?<=[("'`<[\s:=])\.{0,2}\/[^\s()"'`<>\]]*/g)) {
      const problem = this.#linkProblem(target, base);
      if (problem) yield { ...at, column: index + 1, code: 'PAGE-LINK', ...problem };
    }
  }

  #linkProblem(target: string, base: string): { message: string; fix: string } | null {
    const url = URL.parse(decodeHTML(target), `http://archive${base}`);
    if (url?.host !== 'archive') return null;
    const path = url.pathname
      .toLowerCase()
      .replace(/(?:index\.html)?$/, '')
      .replace(/\/?$/, '/');
    const name = this.#withheld.get(path) ?? this.#withheld.get(path + url.hash);
    if (name) {
      return {
        message: `a page of the public edition links to ${target}, and ${name} is withheld from the public`,
        fix: 'remove the link, or set edition: delegates in the front matter',
      };
    }
    if (this.#closedDocuments.has(path) && /^#[st]-/.test(url.hash)) {
      return {
        message: `a page of the public edition links to ${target}, a place in a document that is not open`,
        fix: 'link to the document without the # part, or set edition: delegates in the front matter',
      };
    }
    return null;
  }
}
