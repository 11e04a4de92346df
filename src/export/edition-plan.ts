import { formatProblem } from '../archive/problem.ts';
import { readLock } from '../permanence/lock.ts';
import { readRedirects } from '../permanence/redirects.ts';
import { AddressesLost, settleAddresses } from '../permanence/settle.ts';
import type { ExportContext } from './context.ts';
import { exportPlan } from './files.ts';
import type { PlannedFile } from './plan.ts';
import { sitemapPlan } from './web.ts';

export interface EditionPlanInput extends ExportContext {
  /** The whole content: where the addresses that were published are kept. */
  readonly content: string;
  /** The files that the routes of the site make. */
  readonly routes: ReadonlySet<string>;
}

/**
 * What an edition holds besides its pages, its static files and its books: data, citations, feeds, and what answers at
 * addresses that were published before. Throws `AddressesLost` where one of these would be left without an answer.
 */
export async function editionPlan({ content, routes, ...context }: EditionPlanInput): Promise<PlannedFile[]> {
  const { archive, edition, site } = context;
  const { redirects, problems } = await readRedirects(content);
  if (problems.length > 0) throw new AddressesLost(problems.map(formatProblem).join('\n'));
  const pages = new Map(
    [...routes].filter(isPage).map((file) => {
      const address = addressOf(file);
      return [address, archive.byAddress(address)?.label ?? address] as const;
    }),
  );
  const published = await readLock(content, edition);
  return [
    ...settleAddresses({ edition, site, pages, published, redirects }),
    ...(site && edition === 'public' ? sitemapPlan(site, [...pages.keys()].sort()) : []),
    ...exportPlan(context),
  ];
}

const isPage = (file: string) => /(^|\/)index\.html$/.test(file);

/** `documents/st-1-2022-init/index.html` → `/documents/st-1-2022-init/` */
function addressOf(file: string): string {
  return `/${file
    .replace(/index\.html$/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}
