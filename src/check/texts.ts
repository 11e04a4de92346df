import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EntryFace, isMarkdown, readSource, takeApart } from '../archive/read.ts';
import { type FileReading, ReadMemo } from '../archive/read-memo.ts';
import type { SourceFile } from '../archive/source-file.ts';
import { NO_TEXT, type TextFacts } from '../archive/text-facts.ts';
import { locatorsOf, textFactsOf } from '../markdown/text-facts.ts';

/** Files that are kept taken apart, since problems of a file come together. */
const AT_HAND = 8;

/** What is known of a text so far. */
type Known = Pick<FileReading, 'text' | 'locators'>;

/** The files of a content folder as rules ask for them: a text is read when a rule asks for the first time, and not kept. */
export class Texts {
  readonly #root: string;
  readonly #memo: ReadMemo | undefined;
  readonly #unremembered = new Map<string, Known>();
  readonly #sources = new Map<string, SourceFile>();

  /** @param memo what the content was read with: it remembers what is found out of texts too */
  constructor(root: string, memo?: ReadMemo) {
    this.#root = root;
    this.#memo = memo;
  }

  factsOf({ collection, file }: EntryFace): TextFacts {
    if (!isMarkdown(file)) return NO_TEXT;
    return this.#find(file, 'text', (body) => textFactsOf(collection, body));
  }

  locatorsOf({ file }: EntryFace): readonly string[] {
    return isMarkdown(file) ? this.#find(file, 'locators', locatorsOf) : [];
  }

  sourceOf(file: string): SourceFile {
    const known = this.#sources.get(file);
    if (known) return known;
    const source = readSource(this.#root, file);
    const [oldest] = this.#sources.keys();
    if (oldest !== undefined && this.#sources.size >= AT_HAND) this.#sources.delete(oldest);
    this.#sources.set(file, source);
    return source;
  }

  #find<K extends keyof Known>(
    file: string,
    key: K,
    find: (body: string) => NonNullable<Known[K]>,
  ): NonNullable<Known[K]> {
    const reading = this.#memo?.of(file);
    const known = reading?.[key] ?? this.#unremembered.get(file)?.[key];
    if (known) return known;
    const bytes = readFileSync(join(this.#root, file));
    // A piece of a text keeps all of it in memory; a copy does not.
    const found = structuredClone(find(takeApart(file, bytes).body));
    // Only of the bytes that the memo knows: an editor may have saved meanwhile.
    if (reading && reading.key === ReadMemo.keyOf(bytes)) this.#memo?.add(reading, { [key]: found });
    else {
      const before = this.#unremembered.get(file) ?? { text: null, locators: null };
      this.#unremembered.set(file, { ...before, [key]: found });
    }
    return found;
  }
}
