import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { CommandError } from '../lib/command.ts';

/** What every classic script is made with: one file that needs no other, the same bytes for the same input. */
const OPTIONS = {
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  write: false,
  logLevel: 'silent',
  // A classic script has none; the code that asks for it starts workers, which a folder does not.
  logOverride: { 'empty-import-meta': 'silent' },
} as const satisfies BuildOptions;

const own = (name: string) => fileURLToPath(new URL(`./folder/${name}`, import.meta.url));

/** The script that every page of a folder loads first. */
export function folderScript(): Promise<string> {
  return bundle({ entryPoints: [own('folder.client.ts')] }, 'the script of the folder');
}

/** The search of a folder, with Pagefind's own script from the edition in it. */
export function searchScript(edition: string): Promise<string> {
  const pagefind = join(edition, 'pagefind', 'pagefind.js');
  if (!existsSync(pagefind)) throw new CommandError(`${pagefind} is missing: build the edition first (npm run build).`);
  return bundle(
    { entryPoints: [own('search.client.ts')], alias: { 'pagefind-of-edition': pagefind } },
    'the search of the folder',
  );
}

/** The service worker of an edition with a version. */
export function serviceWorkerScript(version: string): Promise<string> {
  const worker = fileURLToPath(new URL('./keep/service-worker.ts', import.meta.url));
  const define = { EDITION_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' };
  return bundle({ entryPoints: [worker], define }, 'the service worker');
}

/** The classic scripts that stand for an edition's modules, each made once. */
export class ClassicScripts {
  readonly #edition: string;
  /** Path of each script, and how its code is made. */
  readonly #wanted = new Map<string, () => Promise<string>>();

  /** @param edition folder of the built edition */
  constructor(edition: string) {
    this.#edition = edition;
  }

  /** Path of the classic script for a module. */
  pathOf(module: { readonly src: string } | { readonly code: string }): string {
    if ('src' in module) {
      const path = new URL(module.src, 'http://here.invalid').pathname.slice(1);
      const file = join(this.#edition, path);
      this.#want(path, () => bundle({ entryPoints: [file], plugins: [this.#rooted()] }, path));
      return path;
    }
    const { code } = module;
    const path = `_astro/inline.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
    const stdin = { contents: code, resolveDir: join(this.#edition, '_astro'), sourcefile: basename(path) };
    this.#want(path, () => bundle({ stdin, plugins: [this.#rooted()] }, path));
    return path;
  }

  /** Makes every script that was asked for. */
  async *made(): AsyncGenerator<{ readonly path: string; readonly code: string }> {
    for (const [path, make] of [...this.#wanted].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield { path, code: await make() };
  }

  /** Modules that import from the root of the site find it in the edition's folder. */
  #rooted(): Plugin {
    const edition = this.#edition;
    return {
      name: 'rooted-imports',
      setup({ onResolve }) {
        onResolve({ filter: /^\// }, ({ path, kind }) =>
          kind === 'entry-point' ? undefined : { path: join(edition, path) },
        );
      },
    };
  }

  #want(path: string, make: () => Promise<string>): void {
    if (!this.#wanted.has(path)) this.#wanted.set(path, make);
  }
}

async function bundle(options: BuildOptions, what: string): Promise<string> {
  try {
    const { outputFiles } = await build({ ...OPTIONS, ...options });
    return outputFiles?.[0]?.text ?? '';
  } catch (error) {
    throw new CommandError(
      `No classic script could be made of ${what}: ${error instanceof Error ? error.message : error}`,
    );
  }
}
