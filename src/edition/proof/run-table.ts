import { HashFilter } from './hash-filter.ts';

/** Numbers of a slot, side by side in memory: two hashes, and 0 where it is free, else the origin and 1. */
const WIDTH = 3;

/**
 * Runs of words, each by two hashes of 32 bits and with a number that tells where it stands. Its memory is shared, so
 * that several threads look into one table.
 */
export class RunTable {
  #slots: Uint32Array<SharedArrayBuffer>;
  /** The runs by their first hash, once the table is shared: it tells most others apart without a look at the slots. */
  #filter: HashFilter | null = null;
  #used = 0;
  #live = 0;

  constructor(slots = 1024) {
    this.#slots = room(slots);
  }

  get size(): number {
    return this.#live;
  }

  add(first: number, second: number, origin: number): void {
    // One slot stays free, or a search for what is not there would not end.
    if ((this.#used + 1) * 4 * WIDTH > this.#slots.length * 3) this.#rebuild();
    const at = this.#find(first, second);
    const before = this.#slots[at + ORIGIN];
    if (before === 0) {
      this.#slots[at] = first;
      this.#slots[at + 1] = second;
      this.#used++;
    }
    if (before === 0 || before === GONE) this.#live++;
    this.#slots[at + ORIGIN] = origin + 1;
    this.#filter = null;
  }

  delete(first: number, second: number): void {
    const at = this.#find(first, second);
    const before = this.#slots[at + ORIGIN];
    if (before === 0 || before === GONE) return;
    this.#slots[at + ORIGIN] = GONE;
    this.#live--;
  }

  /** The origin of a run, or -1. */
  get(first: number, second: number): number {
    if (this.#filter && !this.#filter.has(first)) return -1;
    const origin = this.#slots[this.#find(first, second) + ORIGIN] ?? 0;
    return origin === GONE ? -1 : origin - 1;
  }

  /** Equal for equal runs, in whatever order they came. */
  digest(): string {
    let [low, high] = [0, 0];
    this.#forEach((first, second) => {
      low = (low + Math.imul(first ^ 0x5bd1e995, second | 1)) >>> 0;
      high = (high + Math.imul(second ^ 0x1b873593, first | 1)) >>> 0;
    });
    return `${this.#live} ${low} ${high}`;
  }

  /** What another thread makes the same table of. */
  share(): SharedTable {
    // What was taken out stays where it takes no more room than that.
    if (sizeFor(this.#live) * WIDTH < this.#slots.length) this.#rebuild();
    const filter = HashFilter.of(powerOfTwo(this.#live * FILTER_BITS));
    this.#forEach((first) => filter.add(first));
    return { slots: this.#slots, filter: filter.bits, live: this.#live };
  }

  static of({ slots, filter, live }: SharedTable): RunTable {
    const table = new RunTable(1);
    table.#slots = slots;
    table.#filter = new HashFilter(filter);
    table.#used = live;
    table.#live = live;
    return table;
  }

  /** Where the slot of a run begins, or the free one where it would stand. */
  #find(first: number, second: number): number {
    const slots = this.#slots;
    const last = slots.length / WIDTH - 1;
    let slot = (first ^ Math.imul(second, 0x9e3779b1)) & last;
    for (; ; slot = (slot + 1) & last) {
      const at = slot * WIDTH;
      if (slots[at + ORIGIN] === 0 || (slots[at] === first && slots[at + 1] === second)) return at;
    }
  }

  #forEach(use: (first: number, second: number, origin: number) => void): void {
    const slots = this.#slots;
    for (let at = 0; at < slots.length; at += WIDTH) {
      const origin = slots[at + ORIGIN] ?? 0;
      if (origin !== 0 && origin !== GONE) use(slots[at] ?? 0, slots[at + 1] ?? 0, origin - 1);
    }
  }

  /** Larger, where it is full, and without what was taken out. */
  #rebuild(): void {
    const larger = new RunTable(sizeFor(this.#live));
    this.#forEach((first, second, origin) => larger.add(first, second, origin));
    this.#slots = larger.#slots;
    this.#used = larger.#used;
  }
}

export interface SharedTable {
  readonly slots: Uint32Array<SharedArrayBuffer>;
  readonly filter: Uint8Array<SharedArrayBuffer>;
  readonly live: number;
}

const ORIGIN = 2;
/** A run that was taken out; what lies behind it in the table is still found. */
const GONE = 0xffffffff;
/** Bits of the filter for each run: one in eight that are not there gets through. */
const FILTER_BITS = 8;

const room = (slots: number) => new Uint32Array(new SharedArrayBuffer(slots * WIDTH * 4));
const sizeFor = (runs: number) => powerOfTwo((runs + 1) * 2);
const powerOfTwo = (least: number) => 2 ** Math.ceil(Math.log2(Math.max(8, least)));
