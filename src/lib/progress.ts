/** Tells the person at the terminal which step runs, and how long each took. Everything goes to standard error. */
export class Progress {
  readonly #topic: string;
  readonly #quiet: boolean;
  constructor(topic: string, options: { quiet?: boolean } = {}) {
    this.#topic = topic;
    this.#quiet = options.quiet ?? false;
  }

  /** Runs a step; what it passes to `report` stands behind its name, the last one stays. */
  async step<T>(name: string, run: (report: (detail: string) => void) => Promise<T>): Promise<T> {
    const started = performance.now();
    let detail = '';
    const line = (state: string) => `${this.#topic.padEnd(9)}  ${name.padEnd(10)} ${state.padStart(8)}  ${detail}`;
    let shown = 0;
    const show = (state: string) => {
      if (this.#quiet || !process.stderr.isTTY) return;
      const text = line(state).trimEnd();
      process.stderr.write(`\r${text.padEnd(shown)}`);
      shown = text.length;
    };
    show('…');
    try {
      const result = await run((text) => {
        detail = text;
        show('…');
      });
      const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
      show(seconds);
      if (!this.#quiet) process.stderr.write(process.stderr.isTTY ? '\n' : `${line(seconds).trimEnd()}\n`);
      return result;
    } catch (error) {
      if (!this.#quiet) process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${line('failed').trimEnd()}\n`);
      throw error;
    }
  }
}
