interface LogLine {
  readonly message: string;
  readonly label: string | null;
  readonly level: string;
}

/** A page that Astro has written, in its log. */
const PAGE = /^\s*[├└]─ \S+\.(html|json|xml|txt)\b/;

/** Reads Astro's log (`--json`, one object a line): counts pages and keeps what must not pass in silence. */
export class AstroLog {
  pages = 0;
  /** Warnings and errors; Astro goes on after most of them, a build of this archive does not. */
  readonly faults: string[] = [];
  readonly #recent: string[] = [];
  readonly #isEmpty: (collection: string) => boolean;

  /** @param isEmpty whether the edition rightly holds nothing of a collection */
  constructor(isEmpty: (collection: string) => boolean) {
    this.#isEmpty = isEmpty;
  }

  add(line: string): void {
    const entry = parse(line);
    this.#recent.push(entry.message);
    if (this.#recent.length > 60) this.#recent.shift();
    if (PAGE.test(entry.message)) this.pages++;
    if ((entry.level === 'warn' || entry.level === 'error') && !this.#isExpected(entry)) {
      this.faults.push(`[${entry.label ?? 'astro'}] ${entry.message}`);
    }
  }

  /** The end of the log, for a build that failed. */
  tail(): string {
    const lines = this.#recent.filter((line) => line.trim() !== '' && !PAGE.test(line)).slice(-25);
    return [...new Set([...this.faults, ...lines])].join('\n');
  }

  /** An edition may hold nothing of a collection; that is no fault of anybody. */
  #isExpected({ message, label }: LogLine): boolean {
    const empty = /^The collection "([\w-]+)" does not exist or is empty\./.exec(message)?.[1];
    if (empty) return this.#isEmpty(empty);
    // Astro marks the modules of MDX pages by a directive for itself, of which the bundler knows nothing.
    if (message.startsWith('[MODULE_LEVEL_DIRECTIVE]') && message.includes('"use astro:head-inject"')) return true;
    if (label !== 'glob-loader') return false;
    return (
      /^(The base directory .* does not exist|No files found matching )/.test(message) && this.#isEmpty('guidePages')
    );
  }
}

function parse(line: string): LogLine {
  if (line.startsWith('{')) {
    try {
      const { message, label, level } = JSON.parse(line);
      if (typeof message === 'string') return { message, label: label ?? null, level: String(level) };
    } catch {
      // Not a line of the log: something printed it.
    }
  }
  return { message: line, label: null, level: 'info' };
}
