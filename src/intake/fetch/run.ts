import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../lib/replace-file.ts';
import type { Facts } from '../import/facts.ts';
import { runImport } from '../import/run.ts';
import { type DownloadOptions, download } from './download.ts';

/** Where the public documents of the Council are. */
export const REGISTER = 'https://data.consilium.europa.eu';
/** Between two requests, in milliseconds. */
const PAUSE = 3_000;

export interface FetchOptions extends DownloadOptions {
  /** Origin of the register. */
  readonly register: string;
  readonly content: string;
  /** Files as fetched, so that what was fetched once is not asked for again. */
  readonly cache: string;
}

export interface FetchSummary {
  readonly imported: readonly string[];
  readonly held: readonly string[];
  /** With the reason. */
  readonly failed: readonly (readonly [id: string, reason: string])[];
  /** Not asked for, since the register wants no more requests now. */
  readonly left: readonly string[];
}

/** Fetches documents from the register, one after the other with pauses, and imports each as soon as it is there. */
export async function fetchDocuments(ids: readonly string[], options: FetchOptions): Promise<FetchSummary> {
  const { content, report, wait, signal } = options;
  const imported: string[] = [];
  const held: string[] = [];
  const failed: [string, string][] = [];
  let asked = false;
  for (const [index, id] of ids.entries()) {
    signal.throwIfAborted();
    if (existsSync(join(content, 'texts', `${id.toLowerCase()}.md`))) {
      held.push(id);
      continue;
    }
    const file = join(options.cache, `${id.toLowerCase()}.pdf`);
    if (!existsSync(file)) {
      if (asked) await wait(PAUSE);
      asked = true;
      report(`${id}: asking the register`);
      const got = await download(`${options.register}/doc/document/${id}/en/pdf`, options);
      if (got.kind === 'file') replaceFile(file, got.bytes);
      else {
        report(`${id}: ${got.reason}`);
        failed.push([id, got.reason]);
        if (got.kind === 'failed' && got.stop) return { imported, held, failed, left: ids.slice(index + 1) };
        continue;
      }
    }
    const reason = await importFile(file, id, options);
    if (reason === null) imported.push(id);
    else failed.push([id, reason]);
  }
  return { imported, held, failed, left: [] };
}

/** Null where it was imported, else why not. */
async function importFile(file: string, id: string, { content, report }: FetchOptions): Promise<string | null> {
  let reason: string | null = 'it was not read';
  const options = { content, dryRun: false, force: false, expected: id };
  await runImport([file], options, {
    result: (facts: Facts) => {
      reason = facts.error ?? (facts.refused ? 'it is classified and was refused' : null);
    },
    log: report,
  });
  return reason;
}

/** Documents of the content whose text is not here though the public may have it. */
export function idsWithoutText(
  content: string,
  documents: readonly { id: string; status: string | undefined }[],
): string[] {
  return documents
    .filter(({ status }) => status === 'public' || status === 'partial' || status === 'declassified')
    .map(({ id }) => id)
    .filter((id) => !existsSync(join(content, 'texts', `${id.toLowerCase()}.md`)));
}

/** The version of this program, as it tells the register who asks. */
export function userAgentOf(packageFile: string): string {
  const { name, version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { name: string; version: string };
  return `${name}/${version} (archive of public Council documents; one request at a time, by hand)`;
}
