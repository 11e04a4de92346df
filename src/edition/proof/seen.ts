import { ownCopy } from '../../archive/own-copy.ts';
import { KnownHashes } from './known-hashes.ts';

/** More would take memory, and most of what repeats does so soon. */
const MOST = 200_000;

/** Embedded data that need not be read again: pages repeat theirs. */
export class Seen {
  readonly #known: KnownHashes;
  /** With how deep each was met: what lies in it is followed only so far. */
  readonly #seen = new Map<string, number>();

  /** @param known data that says nothing, such as the hashes of files that are there */
  constructor(known = KnownHashes.of([])) {
    this.#known = known;
  }

  get knowsAny(): boolean {
    return this.#known.size > 0;
  }

  knows(data: string): boolean {
    return this.#known.has(data);
  }

  /** Whether data comes for the first time, as far as that is remembered. */
  isNew(data: string, depth = 0): boolean {
    if (this.#known.has(data) || (this.#seen.get(data) ?? Infinity) <= depth) return false;
    if (this.#seen.size >= MOST) this.#seen.clear();
    this.#seen.set(ownCopy(data), depth);
    return true;
  }
}
