import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildEditions } from '../../src/build/build.ts';
import { EDITIONS, type Edition } from '../../src/edition/editions.ts';
import { project } from '../../src/lib/project.ts';
import { serve } from '../../src/lib/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each edition is served while the tests run: `http://127.0.0.1:40123`. */
    origins: Readonly<Record<Edition, string>>;
  }
}

/** Both editions of the real content, built where they are out of date, and served on free ports. */
export default async function setup(context: TestProject): Promise<() => Promise<unknown>> {
  await buildEditions({ project, onlyStale: true, signal: new AbortController().signal });
  const servers = await Promise.all(EDITIONS.map((edition) => serve({ folder: editionFolder(edition), port: 0 })));
  context.provide('origins', Object.fromEntries(EDITIONS.map((e, i) => [e, servers[i]?.origin])) as never);
  return () => Promise.all(servers.map((server) => server.close()));
}

export function editionFolder(edition: Edition): string {
  return join(project, 'dist', edition);
}
