/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** How often something happens again and again: `first` is the chance of one, `again` of each further one. */
  run(first: number, again: number, most: number): number {
    let count = 0;
    while (count < most && this.chance(count === 0 ? first : again)) count++;
    return count;
  }

  /** Log-normal: half of all are below the median, and `sigma` says how far the longest reach beyond it. */
  logNormal(median: number, sigma: number): number {
    // Box and Muller's way to a normal distribution; 1 - next() is never 0.
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(sigma * normal);
  }

  /** Throws where there is nothing to pick. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.int(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** As `pick`; the first ones far more often than the last, as by Zipf's rule. */
  pickEarly<T>(list: readonly T[]): T {
    const picked = list[Math.floor((list.length + 1) ** this.next()) - 1];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }
}
