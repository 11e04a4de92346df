import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchive } from '../../src/archive/read.ts';
import { contentOf, partition, writePartition } from '../../src/edition/partition.ts';
import { readSnapshot } from '../../src/edition/snapshot.ts';
import { CommandError } from '../../src/lib/command.ts';
import { type Figures, medians, ratios } from '../figures.ts';
import { generateArchive } from '../generate.ts';
import { type Cost, measure, together } from '../measure.ts';
import { PEERS, type Setting } from './peer.ts';
import { makeSite, pagesIn } from './site.ts';
import { provideHugo, providePackages } from './tools.ts';

export interface CompareOptions {
  readonly project: string;
  /** Folder of the peers' configurations. */
  readonly peers: string;
  readonly documents: number;
  readonly seed: number;
  readonly runs: number;
  readonly signal: AbortSignal;
  /** Hears what is being done. */
  readonly say: (line: string) => void;
  /** Hears of each run of a builder, its steps together. */
  readonly onRun: (name: string, run: number, cost: Cost) => void;
}

export interface Compared {
  readonly name: string;
  /** Each step's medians over all runs. */
  readonly steps: readonly { readonly step: string; readonly medians: Figures }[];
  /** Medians of whole runs. */
  readonly whole: Figures;
  /** How many times what ours takes. */
  readonly ratios: Figures;
  /** Pages of the last run. */
  readonly pages: number;
  readonly runs: readonly Cost[];
}

export interface Comparison {
  readonly documents: number;
  /** Of these, how many the public edition may show: what the peers are given. */
  readonly shown: number;
  readonly builders: readonly Compared[];
}

export const OURS = 'Enfocustom';

/** Nobody is told of these builds. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: '1' };

interface Builder {
  readonly name: string;
  /** Brings its folder to where nothing is built. */
  readonly prepare: () => Promise<void>;
  readonly steps: readonly (readonly [name: string, command: readonly string[]])[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Folder in which `public` comes to lie, with its index in `pagefind`. */
  readonly site: string;
}

/**
 * Builds the public edition of a generated archive and, of the documents in it, the site of each peer: all from
 * nothing, in turn, as often as there are runs. Throws a `CommandError` where one fails or does not make its pages.
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const { project, peers, documents, seed, runs, signal, say } = options;
  const hugo = provideHugo(say);
  const modules = await providePackages(project, peers, say);
  // Beside the packages: Astro takes a path that has nothing in common with that of its site for one below the site.
  const place = join(project, '.editions');
  await mkdir(place, { recursive: true });
  const folder = await mkdtemp(join(place, 'peers-'));
  const work = `.editions/bench-${process.pid}`;
  try {
    const content = join(folder, 'content');
    await generateArchive(content, { documents, seed });
    const archive = await readArchive(content);
    const part = await partition(archive, 'public');
    writePartition(archive, part, join(folder, 'edition'), '');
    const edition = readSnapshot(contentOf(join(folder, 'edition')));
    const shown = part.entries.filter(({ entry }) => entry.collection === 'documents').length;
    const npm = (program: string) => [process.execPath, join(modules, '.bin', program)];
    const builders = [
      ours(project, content, join(folder, 'ours'), work),
      ...PEERS.map((peer): Builder => {
        const site = join(folder, peer.template);
        const setting: Setting = { site, hugo, npm };
        const prepare = () => makeSite({ peer, peers, modules, content: edition, site });
        return { name: peer.name, prepare, steps: peer.steps(setting), cwd: site, env: QUIET, site };
      }),
    ];
    const costs = new Map<Builder, Cost[][]>(builders.map((builder) => [builder, []]));
    // In turn, so that a machine that is busy for a while is so for all.
    for (let run = 1; run <= runs; run++) {
      for (const builder of builders) {
        const cost = await runOnce(builder, shown, signal);
        costs.get(builder)?.push(cost);
        options.onRun(builder.name, run, together(cost));
      }
    }
    return { documents, shown, builders: await compared(costs) };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(join(project, work), { recursive: true, force: true });
  }
}

/**
 * The build as an operator runs it: with check, graph, index and audit. The first run also makes what stays until the
 * program changes: the words that the site itself says.
 */
function ours(project: string, content: string, site: string, work: string): Builder {
  const script = join(project, 'scripts', 'build.ts');
  return {
    name: OURS,
    prepare: async () => {
      for (const made of [site, join(project, work, 'public')]) await rm(made, { recursive: true, force: true });
    },
    steps: [['build', [process.execPath, script, '--edition', 'public', '--content', content, '--out', site]]],
    cwd: project,
    env: { ENFOCUSTOM_WORK: work },
    site,
  };
}

/** The cost of each step. */
async function runOnce(builder: Builder, shown: number, signal: AbortSignal): Promise<Cost[]> {
  const { name, prepare, steps, cwd, env, site } = builder;
  await prepare();
  const costs: Cost[] = [];
  for (const [step, command] of steps) {
    const cost = await measure(command, { cwd, signal, env });
    if (cost.failure !== null) throw new CommandError(`${name}: ${step} failed:\n${cost.failure}`);
    costs.push(cost);
  }
  // A builder that leaves pages out is quick.
  const pages = await pagesIn(site);
  if (pages < shown) throw new CommandError(`${name} has made ${pages} pages of ${shown} documents.`);
  if (!existsSync(join(site, 'public', 'pagefind'))) throw new CommandError(`${name} has made no index.`);
  return costs;
}

async function compared(costs: ReadonlyMap<Builder, readonly Cost[][]>): Promise<Compared[]> {
  const [first] = costs.values();
  const base = medians((first ?? []).map(together));
  const list: Compared[] = [];
  for (const [{ name, steps, site }, runs] of costs) {
    const whole = medians(runs.map(together));
    list.push({
      name,
      steps: steps.map(([step], index) => ({
        step,
        medians: medians(runs.flatMap((run) => run.slice(index, index + 1))),
      })),
      whole,
      ratios: ratios(base, whole),
      pages: await pagesIn(site),
      runs: runs.map(together),
    });
  }
  return list;
}
