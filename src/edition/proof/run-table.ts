/**
 * Runs of words, each by two hashes of 32 bits and with a number that tells where it stands. Its memory is shared, so
 * that several threads look into one table.
 */
export class RunTable {
  #first: Uint32Array<SharedArrayBuffer>;
  #second: Uint32Array<SharedArrayBuffer>;
  /** 0 where a slot is free, else the origin and 1. */
  #origins: Uint32Array<SharedArrayBuffer>;
  #used = 0;
  #live = 0;

  constructor(slots = 1024) {
    [this.#first, this.#second, this.#origins] = [column(slots), column(slots), column(slots)];
  }

  get size(): number {
    return this.#live;
  }

  add(first: number, second: number, origin: number): void {
    // One slot stays free, or a search for what is not there would not end.
    if ((this.#used + 1) * 2 > this.#origins.length) this.#grow();
    const slot = this.#slotOf(first, second);
    const before = this.#origins[slot];
    if (before === 0) {
      this.#first[slot] = first;
      this.#second[slot] = second;
      this.#used++;
    }
    if (before === 0 || before === GONE) this.#live++;
    this.#origins[slot] = origin + 1;
  }

  delete(first: number, second: number): void {
    const slot = this.#slotOf(first, second);
    const before = this.#origins[slot];
    if (before === 0 || before === GONE) return;
    this.#origins[slot] = GONE;
    this.#live--;
  }

  /** The origin of a run, or -1. */
  get(first: number, second: number): number {
    const origin = this.#origins[this.#slotOf(first, second)] ?? 0;
    return origin === GONE ? -1 : origin - 1;
  }

  /** Equal for equal runs, in whatever order they came. */
  digest(): string {
    let [low, high] = [0, 0];
    for (let slot = 0; slot < this.#origins.length; slot++) {
      const origin = this.#origins[slot] ?? 0;
      if (origin === 0 || origin === GONE) continue;
      const [first, second] = [this.#first[slot] ?? 0, this.#second[slot] ?? 0];
      low = (low + Math.imul(first ^ 0x5bd1e995, second | 1)) >>> 0;
      high = (high + Math.imul(second ^ 0x1b873593, first | 1)) >>> 0;
    }
    return `${this.#live} ${low} ${high}`;
  }

  /** What another thread makes the same table of. */
  share(): SharedTable {
    return { first: this.#first, second: this.#second, origins: this.#origins, live: this.#live };
  }

  static of({ first, second, origins, live }: SharedTable): RunTable {
    const table = new RunTable(1);
    table.#first = first;
    table.#second = second;
    table.#origins = origins;
    table.#live = live;
    return table;
  }

  /** The slot of a run, or the free one where it would stand. */
  #slotOf(first: number, second: number): number {
    const mask = this.#origins.length - 1;
    let slot = (first ^ Math.imul(second, 0x9e3779b1)) & mask;
    while (this.#origins[slot] !== 0 && (this.#first[slot] !== first || this.#second[slot] !== second))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [first, second, origins] = [this.#first, this.#second, this.#origins];
    const slots = origins.length * (this.#live * 4 > origins.length ? 2 : 1);
    [this.#first, this.#second, this.#origins] = [column(slots), column(slots), column(slots)];
    [this.#used, this.#live] = [0, 0];
    for (let slot = 0; slot < origins.length; slot++) {
      const origin = origins[slot] ?? 0;
      if (origin !== 0 && origin !== GONE) this.add(first[slot] ?? 0, second[slot] ?? 0, origin - 1);
    }
  }
}

export interface SharedTable {
  readonly first: Uint32Array<SharedArrayBuffer>;
  readonly second: Uint32Array<SharedArrayBuffer>;
  readonly origins: Uint32Array<SharedArrayBuffer>;
  readonly live: number;
}

/** A run that was taken out; what lies behind it in the table is still found. */
const GONE = 0xffffffff;

const column = (slots: number) => new Uint32Array(new SharedArrayBuffer(slots * 4));
