import { join } from 'node:path';
import { type AstroInlineConfig, build, dev } from 'astro';
import config from '../../astro.config.mjs';
import { staticOf } from '../edition/partition.ts';

type Plugins = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>;

/** The configuration of Astro for one edition. Each has its own root, so that caches and input never meet. */
function configOf(work: string, outDir: string, plugins: Plugins): AstroInlineConfig {
  const { vite = {}, ...common } = config;
  return {
    ...common,
    configFile: false,
    root: work,
    publicDir: staticOf(work),
    cacheDir: join(work, 'cache', 'astro'),
    outDir,
    vite: {
      ...vite,
      plugins: [...(vite.plugins ?? []), ...plugins],
      // The data of the edition is in the folder already.
      build: { ...vite.build, emptyOutDir: false },
    },
  };
}

/** Has Astro make the pages of the site that was handed over (`site/current.ts`) in `out`. */
export async function buildPages(work: string, out: string): Promise<void> {
  await build({ ...configOf(work, out, []), logLevel: 'error' });
}

/** Starts Astro's development server on the site that was handed over; this machine only. */
export async function serveDevelopment(work: string, port: number, plugins: Plugins): ReturnType<typeof dev> {
  const config = configOf(work, join(work, 'cache', 'no-output'), plugins);
  // Astro's own tools would run it in the background where they take the terminal for a machine.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const own = process.listeners('SIGTERM');
  const server = await dev({ ...config, server: { port, host: '127.0.0.1' } });
  // Vite would end the process at once when it is asked to; the command ends the server and keeps its state first.
  for (const listener of process.listeners('SIGTERM')) if (!own.includes(listener)) process.off('SIGTERM', listener);
  return server;
}
