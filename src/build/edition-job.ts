import type { Edition } from '../edition/editions.ts';

/** One edition on its way. */
export interface EditionJob {
  readonly project: string;
  readonly edition: Edition;
  /** The edition's input, and caches of its tools. */
  readonly work: string;
  /** The folder that the edition is made in. */
  readonly draft: string;
  readonly quiet: boolean;
}
