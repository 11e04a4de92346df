import { availableParallelism, totalmem } from 'node:os';
import { bench } from '../bench/bench.ts';
import { parseCount, parseCounts } from '../bench/counts.ts';
import { benchDev, devLines } from '../bench/dev.ts';
import { generateArchive } from '../bench/generate.ts';
import { growthOf } from '../bench/growth.ts';
import { benchAgainstPeers } from '../bench/peers/table.ts';
import { costHead, costLine, growthHead, growthLine, LEGEND, sizeHead, sizeLine } from '../bench/report.ts';
import { parseEditions } from '../src/edition/editions.ts';
import { runCommand, UsageError } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run bench -- [--documents N,…] [--edition NAME]… [--changes] [--import N] [--seed N] [--json]
npm run bench -- --dev [--documents N] [--seed N] [--json]
npm run bench -- --peers [--documents N] [--runs N] [--seed N] [--json]

Generates an archive, builds it from nothing in temporary folders and says what each build took: time, processor, most
memory, files and bytes that it wrote. Of several sizes it also gives the exponents by which they grow from one to the
next: 1 is in proportion. The same seed gives the same archive, byte for byte. Memory and processor need Linux.

With --changes it builds again after one document was changed, and after nothing was.

With --peers the public edition is built side by side with Hugo and Pagefind, Eleventy and Pagefind, and Starlight,
which are given the documents that the edition may show. It reports the medians of several runs, and how many times
what ours takes each of them takes. They are installed when they are first needed (npm, Debian's package hugo).

With --dev it is served for development: how long the first page takes, without and with what an earlier session left;
with that, how long until it shows what was saved since; and how long an edit of a précis takes to be shown.

  --documents N    1000 unless given; several sizes with commas: 100,1000,10000
  --edition NAME   public or delegates only
  --changes        also what a build takes after a change
  --import N       also imports N generated source texts
  --dev            how long an editor waits
  --peers          side by side with others
  --runs N         runs of each with --peers, 3 unless given
  --seed N         1 unless given
  --generate DIR   only writes the archive into DIR
  --json           the figures as JSON on standard output
  --help           this text

Exit status: 0 measured, 1 a build failed, 2 the command was used wrongly.`;

/** Edits whose time is taken with --dev. */
const EDITS = 5;

const options = {
  documents: { type: 'string', default: '1000' },
  edition: { type: 'string', multiple: true },
  import: { type: 'string', default: '0' },
  changes: { type: 'boolean' },
  dev: { type: 'boolean' },
  peers: { type: 'boolean' },
  runs: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  generate: { type: 'string' },
  json: { type: 'boolean' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  const sizes = parseCounts('documents', values.documents);
  const [imports, seed, runs] = [
    parseCount('import', values.import),
    parseCount('seed', values.seed),
    parseCount('runs', values.runs, 1),
  ];
  const [documents = 0] = sizes;
  const { generate, peers, changes = false, dev } = values;
  if ((generate || peers || dev) && sizes.length > 1)
    throw new UsageError(`--documents ${values.documents}: one size only with --generate, --dev and --peers.`);
  if (values.generate) {
    await generateArchive(values.generate, { documents, seed });
    return 0;
  }
  const say = values.json ? console.error : console.log;
  const about = { seed, node: process.version, processors: availableParallelism(), memory: totalmem() };
  if (values.dev) {
    const times = await benchDev({ project, documents, seed, edits: EDITS, signal });
    say(`${documents} documents, seed ${seed}\n\n${devLines(times)}`);
    if (values.json) console.log(JSON.stringify({ ...about, documents, dev: times }, null, 2));
    return 0;
  }
  if (values.peers) {
    const result = await benchAgainstPeers({ project, documents, seed, runs, signal }, say);
    if (values.json) console.log(JSON.stringify({ ...about, ...result }, null, 2));
    return 0;
  }
  const editions = parseEditions(values.edition);
  const onRow = (row: Parameters<typeof costLine>[0]) => say(costLine(row));
  const results = [];
  for (const documents of sizes) {
    say(`${documents} documents, seed ${seed}\n\n${costHead}`);
    const result = await bench({ project, documents, seed, editions, changes, imports, signal, onRow });
    say(`\n${sizeHead}`);
    for (const size of result.sizes) say(`${sizeLine(size)}\n`);
    results.push(result);
  }
  const growth = growthOf(results);
  if (growth.length > 0) say(['Exponents of growth', '', growthHead, ...growth.map(growthLine), ''].join('\n'));
  say(LEGEND);
  if (values.json) console.log(JSON.stringify({ ...about, results, growth }, null, 2));
  return results.some(({ rows }) => rows.some(({ failure }) => failure !== null)) ? 1 : 0;
});
