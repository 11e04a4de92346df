import type { EditionAddresses } from '../edition/addresses.ts';
import { REDIRECTS } from '../edition/redirects.ts';
import type { ExportContext } from './context.ts';
import { exportPlan } from './files.ts';
import { settleAddresses } from './permanence/redirect-plan.ts';
import type { PlannedFile } from './plan.ts';
import { sitemapPlan } from './web.ts';

export interface EditionPlanInput extends ExportContext {
  readonly addresses: EditionAddresses;
  /** The addresses of all pages. */
  readonly routes: readonly string[];
}

/**
 * What an edition holds besides its pages, its static files and its books: data, citations, feeds, and what answers at
 * addresses that were published before. Throws `AddressesLost` where one of these would be left without an answer.
 */
export function editionPlan({ addresses, routes, ...context }: EditionPlanInput): PlannedFile[] {
  const { archive, edition, site } = context;
  const pages = new Map(
    routes.filter((route) => route.endsWith('/')).map((route) => [route, archive.byAddress(route)?.label ?? route]),
  );
  const published = new Set(addresses.published);
  const redirects = addresses.redirects.map(({ line, column, ...redirect }) => ({
    ...redirect,
    problem: (message: string, fix: string) => ({
      file: REDIRECTS,
      line,
      column,
      code: 'REDIRECT' as const,
      message,
      fix,
    }),
  }));
  return [
    ...settleAddresses({ edition, site, pages, published, redirects }),
    ...(site && edition === 'public' ? sitemapPlan(site, [...pages.keys()].sort()) : []),
    ...exportPlan(context),
  ];
}
