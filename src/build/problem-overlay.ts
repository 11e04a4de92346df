import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Problem } from '../archive/problem.ts';
import { problemAddress } from '../archive/problem-address.ts';

const FILE = 'problems.json';
/** More problems than these are told by the terminal alone. */
const SHOWN = 12;

/** Leaves the problems of the content where the development server looks for them, whole; none clears them. */
export function leaveProblems(work: string, problems: readonly Problem[]): void {
  const file = join(work, FILE);
  writeFileSync(`${file}.draft`, JSON.stringify(problems));
  renameSync(`${file}.draft`, file);
}

/** What this plugin uses of Vite's development server. */
interface DevServer {
  readonly environments: Readonly<Record<string, Environment>>;
  readonly watcher: { add(path: string): void; on(event: 'all', heard: (event: string, path: string) => void): void };
  readonly ws: { send(payload: object): void; on(event: 'connection', heard: () => void): void };
}

interface Environment {
  readonly moduleGraph: {
    getModulesByFile(file: string): Iterable<unknown> | undefined;
    invalidateModule(module: unknown, seen: undefined, timestamp: number, isHmr: boolean): void;
  };
}

/**
 * Has the pages made of the edition as it is now whenever it was written again, and shows the problems of the content
 * over the page, as Vite shows its own, until they are mended.
 * @param catalogue the module that reads the edition
 */
export function problemOverlay(work: string, catalogue: string) {
  const file = join(work, FILE);
  return {
    name: 'problem-overlay',
    apply: 'serve' as const,
    configureServer(server: DevServer) {
      const show = () => {
        const problems = readProblems(file);
        if (problems.length > 0) server.ws.send({ type: 'error', err: overlayOf(problems) });
        return problems.length > 0;
      };
      server.watcher.add(file);
      server.watcher.on('all', (_event, path) => {
        if (path !== file || show()) return;
        for (const { moduleGraph } of Object.values(server.environments)) {
          for (const module of moduleGraph.getModulesByFile(catalogue) ?? []) {
            moduleGraph.invalidateModule(module, undefined, Date.now(), true);
          }
        }
        server.ws.send({ type: 'full-reload' });
      });
      // A page that is opened while there are problems is told of them too.
      server.ws.on('connection', show);
    },
  };
}

function readProblems(file: string): Problem[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Problem[]) : [];
}

/** In the shape of an error of Vite. */
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
