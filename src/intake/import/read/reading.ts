/** A source file as text in the one form that the importer reads: lines, `<sup>1</sup>`, pipe tables, page marks. */
export interface ReadText {
  readonly ok: true;
  readonly text: string;
  /** Words that are no part of the text. They are looked through for markings, then forgotten. */
  readonly asides: readonly Aside[];
  readonly warnings: readonly string[];
  /** Whether a program recognised the text in a picture. */
  readonly recognised?: boolean;
  /** Whether a page is a picture of which no text was read. */
  readonly unread?: boolean;
  /** How many pages the file has, where its format says so. */
  readonly pages?: number;
}

/** Words of a file outside its text. */
export interface Aside {
  /** As a message names it. */
  readonly where: string;
  readonly text: string;
}

/** Headers and footers of pages: what they say counts as said by the document. */
export const RUNNING = 'a page header or footer';

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
