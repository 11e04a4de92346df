import type { ContentFiles } from '../archive/content-files.ts';
import { type EntryFace, isMarkdown } from '../archive/read.ts';
import { type SourceFile, takeApart } from '../archive/source-file.ts';
import { NO_TEXT, type TextFacts } from '../archive/text-facts.ts';
import { locatorsOf, textFactsOf } from '../markdown/text-facts.ts';

/** Parsed files that are kept, since problems of one file come together. */
const AT_HAND = 8;

/** The files of a content folder as rules ask for them. Bodies are not kept in memory, only the facts derived from them. */
export class Texts {
  readonly #files: ContentFiles;
  readonly #sources = new Map<string, SourceFile>();

  constructor(files: ContentFiles) {
    this.#files = files;
  }

  factsOf({ collection, file }: EntryFace): TextFacts {
    if (!isMarkdown(file)) return NO_TEXT;
    return this.#derive(file, 'text', (body) => textFactsOf(collection, body));
  }

  locatorsOf({ file }: EntryFace): readonly string[] {
    return isMarkdown(file) ? this.#derive(file, 'locators', locatorsOf) : [];
  }

  sourceOf(file: string): SourceFile {
    const known = this.#sources.get(file);
    if (known) return known;
    const source = takeApart(file, this.#files.read(file));
    const [oldest] = this.#sources.keys();
    if (oldest !== undefined && this.#sources.size >= AT_HAND) this.#sources.delete(oldest);
    this.#sources.set(file, source);
    return source;
  }

  // A slice of a string keeps all of it in memory; a structured clone does not.
  #derive<T>(file: string, name: string, derive: (body: string) => T): T {
    return this.#files.fact(file, name, () => structuredClone(derive(this.#files.body(file))));
  }
}
