import { homeOfPart } from '../../archive/part-address.ts';
import { formatProblem, type Problem } from '../../archive/problem.ts';
import type { Edition } from '../../edition/editions.ts';
import { lockFile } from '../../edition/lock.ts';
import { REDIRECTS, type Redirect } from '../../edition/redirects.ts';
import { CommandError } from '../../lib/command.ts';
import { beside } from '../context.ts';
import { type PlannedFile, planned } from '../plan.ts';
import { gonePage, movedPage } from './pages.ts';
import { RULE_FILES, type Rule } from './rules.ts';
import { spellingsOf } from './spellings.ts';

export interface SettleInput {
  readonly edition: Edition;
  readonly site: string | null;
  /** Addresses of the pages that this edition will have, with what each is called. */
  readonly pages: ReadonlyMap<string, string>;
  /** Addresses that it has published before. */
  readonly published: ReadonlySet<string>;
  readonly redirects: readonly Redirect[];
}

/** Where an address leads that has no page of its own; null where it leads nowhere any more. */
type Moved = ReadonlyMap<string, string | null>;

/** An address that was published would stop answering, or a redirect makes no sense. */
export class AddressesLost extends CommandError {}

/**
 * The pages of addresses that moved or are gone, and the files of redirects for hosts: from these addresses, and from other
 * spellings of documents' numbers. Throws `AddressesLost` where a published address would be left without an answer.
 */
export function settleAddresses(input: SettleInput): PlannedFile[] {
  const { edition, site, pages, published } = input;
  const problems: Problem[] = [];
  const redirects = [...input.redirects, ...redirectsOfParts(input)];
  const applying = redirects.filter((redirect) => applies(redirect, input, problems));
  for (const redirect of twice(applying))
    problems.push(redirect.problem(`${redirect.from} is named twice`, 'keep one of the two'));
  const moved = new Map(applying.map((redirect) => [redirect.from, destination(redirect, input, problems)]));
  const lost = [...published].filter((address) => !pages.has(address) && !moved.has(address)).sort();
  if (problems.length + lost.length > 0) throw new AddressesLost(complaint(edition, problems, lost));

  const told = (redirect: Redirect) => edition === 'delegates' || redirect.edition === 'public';
  const files = applying.map((redirect) => {
    const { from, gone } = redirect;
    const [path, to] = [beside(from, 'index.html'), moved.get(from) ?? null];
    return planned(path, () =>
      to === null
        ? gonePage({ address: from, reason: told(redirect) ? gone || null : null })
        : movedPage({ to, label: pages.get(to) ?? null, site }),
    );
  });
  const leads = [...moved].flatMap(([from, to]): Rule[] => (to === null ? [] : [[from, to]]));
  const all = [...leads.sort(), ...spellings(pages, moved)];
  return [...files, ...Object.entries(RULE_FILES).map(([path, rules]) => planned(path, () => rules(all)))];
}

/**
 * Lists grow and shrink, and with them their parts: one that is no more leads to its list, or where the page with the
 * list went.
 */
function redirectsOfParts({ edition, pages, published, redirects }: SettleInput): Redirect[] {
  const written = new Map(redirects.map((redirect) => [redirect.from, redirect]));
  const problem = (message: string, fix: string): Problem => ({
    file: lockFile(edition),
    line: 1,
    column: 1,
    code: 'REDIRECT',
    message,
    fix,
  });
  return [...published].sort().flatMap((from): Redirect[] => {
    const home = homeOfPart(from);
    if (home === null || pages.has(from) || written.has(from)) return [];
    const ofHome = written.get(home);
    if (pages.has(home)) return [{ from, to: home, edition: 'public', problem }];
    return ofHome ? [{ ...ofHome, from }] : [];
  });
}

/** Redirects of an address that an earlier one has already led away. */
function twice(redirects: readonly Redirect[]): Redirect[] {
  const seen = new Set<string>();
  return redirects.filter(({ from }) => seen.size === seen.add(from).size);
}

/** In the public edition only what it published itself may be spoken of. */
function applies(
  { from, problem }: Redirect,
  { edition, pages, published }: SettleInput,
  problems: Problem[],
): boolean {
  if (!published.has(from) && edition === 'public') return false;
  if (!pages.has(from)) return true;
  problems.push(problem(`${from} is a page of the archive`, 'remove the redirect, or give the page another name'));
  return false;
}

/** The page at the end of a chain of redirects; null where there is none. */
function destination(redirect: Redirect, { edition, pages, redirects }: SettleInput, problems: Problem[]) {
  const seen = new Set<string>();
  let at: Redirect | undefined = redirect;
  while (at?.to !== undefined && !pages.has(at.to)) {
    const { to, problem }: Redirect = at;
    if (seen.has(to)) {
      problems.push(problem(`the redirect of ${to} leads back to itself`, 'let it lead to a page'));
      return null;
    }
    seen.add(to);
    at = redirects.find(({ from }) => from === to);
    // What the public edition does not show is no mistake in the list.
    if (at === undefined && edition === 'delegates')
      problems.push(problem(`there is no page ${to}`, 'correct the address'));
  }
  return at?.to ?? null;
}

/** Other spellings of documents' numbers; one that two documents could mean leads nowhere. */
function spellings(pages: ReadonlyMap<string, string>, moved: Moved): Rule[] {
  const claims = new Map<string, string | null>();
  const documents = [...[...pages.keys()].map((address): Rule => [address, address]), ...moved];
  for (const [address, to] of documents) {
    const slug = /^\/documents\/([^/]+)\/$/.exec(address)?.[1];
    if (slug === undefined || to === null) continue;
    for (const name of spellingsOf(slug)) {
      const from = `/documents/${name}/`;
      if (pages.has(from) || moved.has(from)) continue;
      claims.set(from, (claims.get(from) ?? to) === to ? to : null);
    }
  }
  return [...claims].flatMap(([from, to]): Rule[] => (to === null ? [] : [[from, to]])).sort();
}

function complaint(edition: Edition, problems: readonly Problem[], lost: readonly string[]): string {
  const lines = [...new Set(problems.map(formatProblem))];
  if (lost.length > 0) {
    lines.push(
      `${lost.length} addresses that the ${edition} edition has published (content/${lockFile(edition)}) would answer no longer:`,
      ...lost.slice(0, 40).map((address) => `  ${address}`),
      ...(lost.length > 40 ? ['  …'] : []),
      `For each, add to content/${REDIRECTS} where it went or why it is gone:`,
      `  - { from: ${lost[0]}, to: /documents/st-14001-2019-init/ }`,
      `  - { from: ${lost[0]}, gone: "A sentence that says why." }`,
    );
  }
  return lines.join('\n');
}
