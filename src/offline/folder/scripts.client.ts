/** A file of this copy is missing or damaged: the message is for the reader. */
export class DamagedCopyError extends Error {
  // The name by which the search knows messages for readers.
  override name = 'IndexError';
  constructor(path: string, what: 'missing' | 'damaged') {
    super(`The file ${path} of this copy is ${what}. “Verify this copy” on the page Offline finds every such file.`);
  }
}

/** Loads scripts that each hand over one thing by its key. */
export class Scripts {
  readonly #root: URL;
  readonly #taken = new Map<string, unknown>();
  /** What was last found wrong: whoever asked for it may tell of it in other words. */
  damage: DamagedCopyError | undefined;

  constructor(root: URL) {
    this.#root = root;
  }

  damaged(path: string, what: 'missing' | 'damaged'): DamagedCopyError {
    this.damage = new DamagedCopyError(path, what);
    return this.damage;
  }

  take(key: string, content: unknown): void {
    this.#taken.set(key, content);
  }

  /** What the script hands over. Throws a `DamagedCopyError`. */
  load<T>(path: string, key: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(path, this.#root).href;
      script.addEventListener('error', () => {
        script.remove();
        reject(this.damaged(path, 'missing'));
      });
      script.addEventListener('load', () => {
        script.remove();
        // A script that was cut short is loaded, and has not run.
        if (!this.#taken.has(key)) return reject(this.damaged(path, 'damaged'));
        const content = this.#taken.get(key);
        this.#taken.delete(key);
        resolve(content as T);
      });
      document.head.append(script);
    });
  }
}
