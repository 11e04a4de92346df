/** Hashes of 32 bits as a Bloom filter of one hash, in memory that threads share. */
export class HashFilter {
  readonly bits: Uint8Array<SharedArrayBuffer>;
  readonly #mask: number;

  constructor(bits: Uint8Array<SharedArrayBuffer>) {
    this.bits = bits;
    this.#mask = bits.length * 8 - 1;
  }

  /** @param size bits, a power of two; four for each hash leave out three of four others */
  static of(size: number): HashFilter {
    return new HashFilter(new Uint8Array(new SharedArrayBuffer(size / 8)));
  }

  add(hash: number): void {
    const bit = (hash & this.#mask) >>> 0;
    this.bits[bit >>> 3] = (this.bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  /** True for each hash that was added, and for few others. */
  has(hash: number): boolean {
    return (((this.bits[(hash & this.#mask) >>> 3] ?? 0) >> (hash & 7)) & 1) === 1;
  }
}
