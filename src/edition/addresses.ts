import { addressOf } from '../archive/address.ts';
import type { Edition } from './editions.ts';
import { readLock } from './lock.ts';
import type { PartEntry, Partitionable } from './part.ts';
import { type Redirect, readRedirects } from './redirects.ts';
import { PartitionRefused } from './refusal.ts';

/** A redirect as an edition may know it, with its place in the list of redirects. */
export interface EditionRedirect extends Pick<Redirect, 'from' | 'to' | 'gone' | 'edition'> {
  readonly line: number;
  readonly column: number;
}

/** The addresses that an edition has published and what became of those that moved. */
export interface EditionAddresses {
  readonly published: readonly string[];
  readonly redirects: readonly EditionRedirect[];
}

/**
 * The addresses that an edition may speak of: in the public edition those that it published itself, never one of an entry
 * that it does not show, and a reason only where that is public. Throws `PartitionRefused` on a faulty list of redirects.
 */
export async function editionAddresses(
  content: string,
  edition: Edition,
  archive: Pick<Partitionable, 'entries'>,
  part: readonly PartEntry[],
): Promise<EditionAddresses> {
  const { redirects, problems } = await readRedirects(content);
  if (problems.length > 0) throw new PartitionRefused(problems);
  const published = await readLock(content, edition);
  const all = redirects.map(placed);
  if (edition === 'delegates') return { published: [...published], redirects: all };
  const shown = new Set(part.map(({ entry }) => addressOf(entry.collection, entry.id)));
  const hidden = new Set(
    archive.entries.map(({ collection, id }) => addressOf(collection, id)).filter((a) => !shown.has(a)),
  );
  const byFrom = new Map(all.map((redirect) => [redirect.from, redirect]));
  const open = all
    .filter(({ from }) => published.has(from))
    .map(({ gone, ...redirect }) => {
      const to = endOf(redirect, byFrom);
      const told = redirect.edition === 'public' ? gone : undefined;
      if (to !== undefined && !hidden.has(to)) return { ...redirect, to };
      const { to: _to, ...rest } = redirect;
      return { ...rest, gone: told ?? '' };
    });
  return { published: [...published], redirects: open };
}

function placed({ from, to, gone, edition, problem }: Redirect): EditionRedirect {
  const { line, column } = problem('', '');
  return { from, ...(to !== undefined && { to }), ...(gone !== undefined && { gone }), edition, line, column };
}

/** The last address of a chain of redirects; undefined if it ends with a page that is gone. A ring ends where it began. */
function endOf(redirect: Pick<EditionRedirect, 'from' | 'to'>, byFrom: ReadonlyMap<string, EditionRedirect>) {
  const seen = new Set([redirect.from]);
  let { to } = redirect;
  while (to !== undefined && byFrom.has(to) && !seen.has(to)) {
    seen.add(to);
    to = byFrom.get(to)?.to;
  }
  return to;
}
