import { unescape as decodePercent } from 'node:querystring';
import { addressOf } from '../archive/address.ts';
import type { Entry } from '../archive/collections.ts';
import type { Problem } from '../archive/problem.ts';
import type { SourceFile } from '../archive/source-file.ts';
import { guidePageTargets } from '../markdown/guide-page.ts';
import type { KeptEntry } from './select.ts';
import { isDocument, isOpenDocument } from './sources.ts';

/** An authored page of the public edition may not link to what the public does not see. */
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
    return guidePageTargets(source.body).flatMap(({ target, bodyLine, column }) => {
      const problem = this.#linkProblem(target, base);
      const place = { file: entry.file, line: source.bodyLine + bodyLine - 1, column };
      return problem ? [{ ...place, code: 'PAGE-LINK', ...problem }] : [];
    });
  }

  #linkProblem(target: string, base: string): { message: string; fix: string } | null {
    const url = URL.parse(target, `http://archive${base}`);
    if (url?.host !== 'archive') return null;
    const path = decodePercent(url.pathname)
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
