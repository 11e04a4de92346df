import type { BenchRow, EditionSize } from './bench.ts';
import type { Figures } from './figures.ts';
import type { Growth } from './growth.ts';

const COSTS = ['wall s', 'CPU s', 'process MB', 'tree MB'];

/** What the columns of costs mean, for those who read the tables. */
export const LEGEND =
  'wall s: time; CPU s: of all processes; process MB: most memory of any one process; tree MB: of all at one moment';

export const costHead = line(['of', 'step'], [...COSTS, 'files', 'MB']);
export const sizeHead = line(['edition'], ['files', 'pages', 'bytes', 'HTML a page', 'index']);
export const growthHead = line(['of', 'step'], ['from', 'to', ...COSTS.map((name) => name.split(' ')[0] ?? '')]);
export const peerHead = line(['of', 'step'], COSTS);
export const ratioHead = line(
  ['of', ''],
  COSTS.map((name) => name.split(' ')[0] ?? ''),
);

export const costLine = (row: Omit<BenchRow, 'written'> & Partial<Pick<BenchRow, 'written'>>) => {
  const { of, step, written, failure } = row;
  const size = written ? [String(written.files), megabytes(written.bytes)] : [];
  const text = line([of, step], [...costs(row), ...size]);
  return failure === null ? text : `${text}   failed:\n${failure}`;
};

export const sizeLine = ({ edition, files, pages, bytes, htmlBytesAPage, indexBytes }: EditionSize) =>
  line([edition], [files, pages, bytes, htmlBytesAPage, indexBytes].map(String));

export const growthLine = (growth: Growth) =>
  line([growth.of, growth.step], [String(growth.from), String(growth.to), ...factors(growth)]);

export const figuresLine = (of: string, step: string, figures: Figures) => line([of, step], costs(figures));
export const ratioLine = (of: string, ratios: Figures) => line([of, ''], factors(ratios));

/** Names to the left, figures to the right in columns of one width. */
function line(names: readonly string[], figures: readonly string[]): string {
  return [...names.map((name) => name.padEnd(14)), ...figures.map((figure) => figure.padStart(12))].join('').trimEnd();
}

const costs = ({ wall, cpu, process, memory }: Figures) => [
  known(wall, 1),
  known(cpu, 1),
  megabytes(process),
  megabytes(memory),
];
const factors = ({ wall, cpu, process, memory }: Figures) =>
  [wall, cpu, process, memory].map((value) => known(value, 2));
const megabytes = (bytes: number | null) => (bytes === null ? known(bytes, 0) : known(bytes / 2 ** 20, 0));
const known = (value: number | null, digits: number) => value?.toFixed(digits) ?? '–';
