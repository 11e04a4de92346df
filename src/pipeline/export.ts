import { join } from 'node:path';
import { formatProblem } from '../archive/problem.ts';
import { siteAddress } from '../archive/site-address.ts';
import type { Edition } from '../edition/editions.ts';
import { partition } from '../edition/partition.ts';
import { routeFiles } from '../edition/proof/predict.ts';
import { bindBooks } from '../export/book/bind.ts';
import { booksOf } from '../export/book/list.ts';
import { readExport } from '../export/context.ts';
import { exportFiles } from '../export/files.ts';
import { sitemapFiles } from '../export/web.ts';
import { writeFiles } from '../export/write.ts';
import { readCatalogue } from '../markdown/read-catalogue.ts';
import { readLock } from '../permanence/lock.ts';
import { readRedirects } from '../permanence/redirects.ts';
import { settleAddresses } from '../permanence/settle.ts';
import { CommandError } from './command.ts';
import { type Memos, remembering } from './remember.ts';

interface ExportInput {
  readonly project: string;
  /** The whole content: where the addresses that were published are kept. */
  readonly content: string;
  readonly edition: Edition;
  readonly work: string;
  /** Where the build keeps what it read; without it everything is read anew. */
  readonly memos?: Memos | undefined;
}

/**
 * Writes what an edition holds besides its pages into its static files: data, citations, feeds, and what answers at
 * addresses that were published before. Returns how many files. Throws a `CommandError` where an address is lost.
 */
export async function exportEdition({ project, content, edition, work, memos }: ExportInput): Promise<number> {
  const site = siteAddress(process.env.ENFOCUSTOM_SITE);
  const context = await remembering(project, memos?.edition, (memo) =>
    readExport(join(work, 'content'), edition, site, memo),
  );
  const { redirects, problems } = await readRedirects(content);
  if (problems.length > 0) throw new CommandError(problems.map(formatProblem).join('\n'));
  const files = await routeFiles(context.archive, join(project, 'src/pages'));
  const pages = new Map(
    [...files].filter(isPage).map((file) => {
      const address = addressOf(file);
      return [address, context.archive.byAddress(address)?.label ?? address] as const;
    }),
  );
  const published = await readLock(content, edition);
  const standIns = settleAddresses({ edition, site, pages, published, redirects });
  const sitemap = site && edition === 'public' ? sitemapFiles(site, [...pages.keys()].sort()) : [];
  const folder = join(work, 'public');
  return (await writeFiles(folder, [...standIns, ...sitemap])) + (await writeFiles(folder, exportFiles(context)));
}

/** Binds the books of an edition out of its pages. Returns how many. */
export async function bindEdition(input: Omit<ExportInput, 'content'> & { draft: string }): Promise<number> {
  const { project, edition, work, draft, memos } = input;
  const content = join(work, 'content');
  const archive = await remembering(project, memos?.edition, (memo) => readCatalogue(content, memo));
  const books = await booksOf(archive, content);
  return await writeFiles(draft, bindBooks(books, draft, edition, siteAddress(process.env.ENFOCUSTOM_SITE)));
}

/** The whole input of an edition, as the build makes it: its content, and its files that are no pages. */
export async function prepareEdition(input: ExportInput): Promise<void> {
  const { project, content, edition, work, memos } = input;
  await remembering(project, memos?.content, (memo) => partition(content, edition, work, { memo }));
  await exportEdition(input);
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
