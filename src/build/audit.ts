import type { EditionJob } from './build.ts';

/** Audits an edition. Throws a `CommandError` with what it found; returns what was looked for in a few words. */
export async function requireAudit(_job: EditionJob & { readonly content: string }): Promise<string> {
  return 'not yet';
}
