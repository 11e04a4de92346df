import { type BenchRow, bench, type EditionSize } from '../src/bench/bench.ts';
import { generateArchive } from '../src/bench/generate.ts';
import { steps } from '../src/pipeline/build.ts';
import { runCommand, UsageError } from '../src/pipeline/command.ts';
import { parseEditions, project } from '../src/pipeline/project.ts';

const help = `npm run bench -- [--documents N] [--edition NAME]… [--import N] [--seed N] [--json]

Generates an archive, builds it in temporary folders and says what each step took: time, processor, most memory.
The same seed gives the same archive, byte for byte. Figures of memory and processor need Linux.

  --documents N    1000 unless given
  --edition NAME   public or delegates only
  --skip STEP      leaves a step of the build out; may be given several times
  --import N       also imports N generated source texts
  --seed N         1 unless given
  --generate DIR   only writes the archive into DIR
  --json           the figures as JSON on standard output
  --help           this text

Exit status: 0 measured, 1 a step failed, 2 the command was used wrongly.`;

const options = {
  documents: { type: 'string', default: '1000' },
  edition: { type: 'string', multiple: true },
  skip: { type: 'string', multiple: true },
  import: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  generate: { type: 'string' },
  json: { type: 'boolean' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  const [documents, imports, seed] = [count(values, 'documents'), count(values, 'import'), count(values, 'seed')];
  if (documents < 1) throw new UsageError('--documents 0: there must be at least one.');
  if (values.generate) {
    await generateArchive(values.generate, { documents, seed });
    return 0;
  }
  const editions = parseEditions(values.edition);
  const { skip = [] } = values;
  const unknown = skip.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined)
    throw new UsageError(`--skip ${unknown}: the steps are ${steps.map((step) => step.name).join(', ')}.`);
  const say = values.json ? console.error : console.log;
  say(`${documents} documents, seed ${seed}\n\n${'of'.padEnd(11)}${'step'.padEnd(14)}   wall s    CPU s  memory MB`);
  const onRow = (row: BenchRow) => say(rowText(row));
  const result = await bench({ project, documents, seed, editions, imports, skip, signal, onRow });
  say(`\n${'edition'.padEnd(11)}   pages        bytes   HTML a page        index`);
  for (const size of result.sizes) say(sizeText(size));
  if (values.json) console.log(JSON.stringify(result, null, 2));
  return result.rows.some(({ failure }) => failure !== null) ? 1 : 0;
});

function count(values: Readonly<Record<string, unknown>>, name: string): number {
  const text = String(values[name]);
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(`--${name} ${text}: it must be a whole number.`);
  return Number(text);
}

function rowText({ of, step, wall, cpu, memory, failure }: BenchRow): string {
  const megabytes = memory === null ? '–' : String(Math.round(memory / 2 ** 20));
  const figures = [wall.toFixed(1).padStart(9), (cpu?.toFixed(1) ?? '–').padStart(9), megabytes.padStart(11)].join('');
  return `${of.padEnd(11)}${step.padEnd(14)}${figures}${failure === null ? '' : `   failed:\n${failure}`}`;
}

function sizeText({ edition, pages, bytes, htmlBytesAPage, indexBytes }: EditionSize): string {
  const figures = [
    String(pages).padStart(8),
    ...[bytes, htmlBytesAPage, indexBytes].map((n) => String(n).padStart(13)),
  ];
  return edition.padEnd(11) + figures.join('');
}
