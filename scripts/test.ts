import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Nothing of the project is imported before its part runs: however broken it is, the last line is the count.
const project = fileURLToPath(new URL('..', import.meta.url));
const programs = join(project, 'node_modules', '.bin');

const help = `npm test
npm run test:nightly

Runs types, lint and format, and all tests (unit, command, built site, browser) but those that take too long for every
change; these are the nightly part: every mode of a page for axe, every server in every browser, long lists, large files.
Debian's Chromium, Firefox ESR, nginx, Caddy, epubcheck and readers of other formats are installed where none is found
(CHROMIUM_PATH, FIREFOX_PATH, NGINX_PATH, CADDY_PATH, PATH, usual places).
The last line is "N passed, N failed".

One part of it: npx vitest run --project unit|command|site|browser|edition|offline|nightly [FILE…]

Exit status: 0 all passed, 1 something failed, 2 the command was used wrongly.`;

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

type Part = readonly [name: string, run: () => Promise<Count>];

/** Each part in order; one that cannot be run counts as one failure. */
const daily: readonly Part[] = [
  [
    'types',
    () => run('astro-check', ['--root', '.', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning']),
  ],
  ['lint and format', () => run('biome', ['check', '--error-on-warnings'])],
  ['direction of imports', () => node('scripts/rooms.ts')],
  // Before any test: those of the importer print with the browser, those of the handbook for operators ask a server.
  ['Chromium', chromium],
  ['Firefox, servers, epubcheck and other readers', debianPrograms],
  ['tests of the code', () => vitest('unit', 'command')],
  // Apart from the code's: where the editions do not build, none of these can run.
  ['tests of the built editions', () => vitest('site', 'browser')],
  ['an invented archive, whole', () => vitest('edition')],
  ['tests without a network', () => vitest('offline')],
];

const nightly: readonly Part[] = [
  ['Chromium', chromium],
  ['Firefox, servers, epubcheck and other readers', debianPrograms],
  ['what takes too long for every change', () => vitest('nightly')],
];

async function chromium(): Promise<Count> {
  const { findChromium, installChromium } = await import('../tests/support/chromium.ts');
  const found = findChromium();
  console.log(found ? `  ${found}` : '  none found: installing Debian’s');
  if (!found) installChromium();
  return PASSED;
}

async function debianPrograms(): Promise<Count> {
  const { CADDY, CURL, EPUBCHECK, FIREFOX, NGINX, READERS, STRACE } = await import('../tests/support/debian.ts');
  const { find, install, need } = await import('../src/lib/debian.ts');
  const wanted = [FIREFOX, NGINX, CADDY, CURL, EPUBCHECK, STRACE, ...READERS];
  const missing = wanted.filter((program) => !find(program));
  if (missing.length > 0) {
    console.log(`  no ${missing.map(({ name }) => name).join(', ')}: installing Debian’s`);
    install(missing.map((program) => program.package));
  }
  for (const program of wanted) console.log(`  ${need(program)}`);
  return PASSED;
}

async function vitest(...projects: readonly string[]): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-test-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const chosen = projects.map((project) => `--project=${project}`);
    const { failed } = await run('vitest', ['run', '--passWithNoTests', ...chosen, ...reporters]);
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8'));
    // A file that does not load fails without a test that fails.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, failed) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const node = (script: string) => start(process.execPath, [script]);
const run = (program: string, args: readonly string[]) => start(join(programs, program), args);

function start(program: string, args: readonly string[]): Promise<Count> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` };
    const child = spawn(program, args, { cwd: project, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? PASSED : FAILED));
  });
}

async function runAll(parts: readonly Part[]): Promise<Count> {
  let total: Count = { passed: 0, failed: 0 };
  for (const [name, runPart] of parts) {
    console.log(`\n── ${name}`);
    const count = await runPart().catch((error: unknown) => {
      console.log(error instanceof Error ? error.message : String(error));
      return FAILED;
    });
    total = { passed: total.passed + count.passed, failed: total.failed + count.failed };
  }
  return total;
}

const [argument] = process.argv.slice(2);
if (argument === '--help') console.log(help);
else if (argument !== undefined && argument !== '--nightly') {
  console.error(`"${argument}" is not expected here.\nRun it with --help to see how it is used.`);
  process.exitCode = 2;
} else {
  const { passed, failed } = await runAll(argument === '--nightly' ? nightly : daily);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}
