import { formatProblem, type Problem } from '../archive/problem.ts';
import { problemAddress } from '../archive/problem-address.ts';

/** More problems than these are reported by the terminal alone. */
const SHOWN = 12;

/** The part of Vite's development server that this plugin uses. */
interface DevServer {
  readonly environments: Readonly<Record<string, Environment>>;
  readonly ws: { send(payload: object): void; on(event: 'connection', heard: () => void): void };
}

interface Environment {
  readonly moduleGraph: {
    getModulesByFile(file: string): Iterable<unknown> | undefined;
    invalidateModule(module: unknown, seen: undefined, timestamp: number, isHmr: boolean): void;
  };
}

/**
 * A plugin of the development server: has pages made again when the edition was handed over again, and shows the problems
 * of the content over the page, as Vite shows its own, until they are mended.
 */
export class ProblemOverlay {
  readonly #catalogue: string;
  #server: DevServer | null = null;
  #problems: readonly Problem[] = [];

  /** @param catalogue file of the module that pages take the catalogue from */
  constructor(catalogue: string) {
    this.#catalogue = catalogue;
  }

  readonly plugin = {
    name: 'problem-overlay',
    apply: 'serve' as const,
    configureServer: (server: DevServer) => {
      this.#server = server;
      // A page that is opened while there are problems shows them too.
      server.ws.on('connection', () => this.#show());
    },
  };

  /** Shows problems, or the pages as they are now if there are none. */
  renew(problems: readonly Problem[]): void {
    this.#problems = problems;
    if (this.#show() || !this.#server) return;
    for (const { moduleGraph } of Object.values(this.#server.environments)) {
      for (const module of moduleGraph.getModulesByFile(this.#catalogue) ?? [])
        moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    }
    this.#server.ws.send({ type: 'full-reload' });
  }

  #show(): boolean {
    if (this.#problems.length === 0) return false;
    this.#server?.ws.send({ type: 'error', err: overlayOf(this.#problems) });
    return true;
  }
}

/** Problems in the form of an error of Vite. */
export function overlayOf(problems: readonly Problem[]) {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const codes = [...new Set(problems.map(({ code }) => code))];
  const more = problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more, in the terminal`] : [];
  return {
    message: [
      `${count} in the content: the page shows it as it was before`,
      ...problems.slice(0, SHOWN).map(formatProblem),
      ...more,
      `What they mean: ${codes.map(problemAddress).join(' ')}`,
    ].join('\n\n'),
    stack: '',
    plugin: 'npm run check',
  };
}
