/** Bits, small enough to stay in the fast memory of a processor. */
const BITS = 1 << 21;

/** Words by their hashes, as a Bloom filter of one hash, in memory that threads share. */
export class WordFilter {
  readonly bits: Uint8Array<SharedArrayBuffer>;

  constructor(bits = new Uint8Array(new SharedArrayBuffer(BITS / 8))) {
    this.bits = bits;
  }

  add(word: number): void {
    const bit = word & (BITS - 1);
    this.bits[bit >> 3] = (this.bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  /** True for each word that was added, and for few others. */
  has(word: number): boolean {
    return (((this.bits[(word & (BITS - 1)) >> 3] ?? 0) >> (word & 7)) & 1) === 1;
  }
}
