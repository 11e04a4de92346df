// Runs a command of this project and installs first what is missing: `node scripts/setup.mjs scripts/build.ts …`.
// This file runs before anything is installed and on Node 20: plain JavaScript, no dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const modules = join(project, 'node_modules');
const installedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** Needed to run TypeScript directly; what the dev dependency `node` brings. */
const NODE_MAJOR = 24;

const [script, ...args] = process.argv.slice(2);
if (major(process.version) < 20)
  fail(`This project needs Node 20 or newer to set itself up; this is ${process.version}.`);
const missing = whatIsMissing();
if (missing && isLink(modules)) {
  // Another checkout's packages: they are not ours to replace.
  console.error(`node_modules is a link, left as it is, though ${missing}.`);
} else if (missing) install(missing);
if (script) await run(join(project, script), args);

/** Why the installed packages are not those of the lock file; null where they are. */
function whatIsMissing() {
  const wanted = packagesOf(join(project, 'package-lock.json'));
  if (!wanted) return fail('package-lock.json is missing or damaged: restore it with git checkout package-lock.json');
  // npm writes this list when it has finished, so an interrupted installation has none.
  const found = packagesOf(join(modules, '.package-lock.json'));
  if (!found) return existsSync(modules) ? 'the last installation did not finish' : 'nothing is installed yet';
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '' || ((optional || devOptional) && !found[path])) continue;
    if (found[path]?.version !== version) return `${path} ${version} is missing`;
  }
  return existsSync(installedNode) || major(process.version) >= NODE_MAJOR ? null : 'its own Node is missing';
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Settings of the machine or the user that would leave out what the project needs are overruled here. */
function install(reason) {
  console.error(`Setting up (${reason}): npm ci, this can take a few minutes …`);
  const started = Date.now();
  const ci = ['ci', '--include=dev', '--include=optional', '--ignore-scripts=false', '--engine-strict=false'];
  const quiet = [
    '--bin-links=true',
    '--global=false',
    '--dry-run=false',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ];
  const { status, signal, error } = npm([...ci, ...quiet]);
  if (signal) process.exit(130);
  if (error || status !== 0) {
    fail(
      `npm ci failed${error ? `: ${error.message}` : ''}. See its message above; then run the same command again.`,
      status ?? 1,
    );
  }
  const still = whatIsMissing();
  if (still) fail(`npm ci has finished, but ${still}. Delete node_modules and run the same command again.`);
  console.error(`Set up in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function npm(command) {
  const options = { cwd: project, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'development' } };
  const caller = process.env.npm_execpath;
  // The npm that runs this script, where one does: there may be others on the machine.
  if (caller && basename(caller) === 'npm-cli.js') return spawnSync(process.execPath, [caller, ...command], options);
  return spawnSync('npm', command, { ...options, shell: process.platform === 'win32' });
}

/** In this process where its Node is new enough, else in the Node that was installed. */
async function run(file, parameters) {
  if (major(process.version) >= NODE_MAJOR) {
    process.argv.splice(1, process.argv.length - 1, file, ...parameters);
    await import(pathToFileURL(file).href);
    return;
  }
  const path = `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  const child = spawn(installedNode, [file, ...parameters], { stdio: 'inherit', env: { ...process.env, PATH: path } });
  // The terminal sends Ctrl-C to both; the command decides when it has ended.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Node ${NODE_MAJOR} does not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

function major(version) {
  return Number(/^v(\d+)/.exec(version)?.[1]);
}

function fail(message, status = 1) {
  console.error(message);
  process.exit(status);
}
