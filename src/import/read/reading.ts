/** A source file as text in the one form that the importer reads: lines, `<sup>1</sup>`, pipe tables, page marks. */
export interface ReadText {
  readonly ok: true;
  readonly text: string;
  /** Headers and footers of pages, told by their place; no part of the text, but what they say counts. */
  readonly furniture: string;
  /** What readers of the file do not see. Looked through for classification markings, then forgotten. */
  readonly hidden: string;
  readonly warnings: readonly string[];
  /** How many pages the file has, where its format says so. */
  readonly pages?: number;
}

export interface Unreadable {
  readonly ok: false;
  /** What is wrong and how to mend it. */
  readonly error: string;
}

export type Reading = ReadText | Unreadable;

/** A file that cannot be read; the message is for the person who imports it. */
export class UnreadableError extends Error {}

/** What a parser complains of, in one short line. */
export function complaint(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/[\s\p{C}]+/gu, ' ').slice(0, 120);
}

export const plural = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
