import type { Link, Reference } from './types.ts';

/** A reference found in plain text (see `plain.ts`); offsets are those of the plain text. */
export interface Match<R extends Reference = Reference> {
  readonly reference: R;
  readonly start: number;
  readonly end: number;
}

/** All that one kind of reference can do. */
export interface Family<R extends Reference> {
  /** Found in every text that holds a mention, and much cheaper to look for than `find`. */
  readonly sign: RegExp;
  /**
   * Every mention in plain text, in order.
   * `alone` says that the text is nothing but one reference, so that readings too risky in running text are allowed.
   */
  find(text: string, alone: boolean): Match<R>[];
  /** The canonical form. */
  key(reference: R): string;
  /** The form usual in print; reads back to the same reference. */
  printed(reference: R): string;
  /** The canonical form for addresses: lower case, ASCII. */
  slug(reference: R): string;
  /** The address outside the archive, where its shape is known. */
  link(reference: R): Link | null;
}
