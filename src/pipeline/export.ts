import { join } from 'node:path';
import { siteAddress } from '../archive/site-address.ts';
import type { Edition } from '../edition/editions.ts';
import { partition } from '../edition/partition.ts';
import { routeFiles } from '../edition/proof/predict.ts';
import { bookPlan } from '../export/book/bind.ts';
import { booksOf } from '../export/book/list.ts';
import { readExport } from '../export/context.ts';
import { editionPlan } from '../export/edition-plan.ts';
import { bookStore, exportStore, renewStore } from '../export/store.ts';
import { readCatalogue } from '../markdown/read-catalogue.ts';
import { placeStore } from './copy-tree.ts';
import { codeFingerprint } from './fingerprint.ts';
import { type Memos, remembering } from './remember.ts';

interface ExportInput {
  readonly project: string;
  /** The whole content: where the addresses that were published are kept. */
  readonly content: string;
  readonly edition: Edition;
  readonly work: string;
  /** Where the build keeps what it read; without it everything is read anew. */
  readonly memos?: Memos | undefined;
  readonly signal?: AbortSignal;
  readonly report?: (detail: string) => void;
}

/**
 * Makes what an edition holds besides its pages, in its store. Throws `AddressesLost` where an address that was
 * published before would not be answered.
 */
export async function exportEdition({ project, content, edition, work, memos, signal, report }: ExportInput) {
  const site = siteAddress(process.env.ENFOCUSTOM_SITE);
  const context = await remembering(project, memos?.edition, (memo) =>
    readExport(join(work, 'content'), edition, site, memo),
  );
  const routes = await routeFiles(context.archive, join(project, 'src/pages'));
  const plan = await editionPlan({ ...context, content, routes });
  const made = await renewStore(exportStore(work), codeFingerprint(project), plan, signal);
  report?.(`${made} of ${plan.length} made`);
}

/** Binds the books of an edition out of its pages, and puts them beside these. */
export async function bindEdition({ project, edition, work, draft, memos, signal, report }: BindInput): Promise<void> {
  const content = join(work, 'content');
  const archive = await remembering(project, memos?.edition, (memo) => readCatalogue(content, memo));
  const books = booksOf(archive);
  const plan = bookPlan(books, draft, edition, siteAddress(process.env.ENFOCUSTOM_SITE));
  const made = await renewStore(bookStore(work), codeFingerprint(project), plan, signal);
  placeStore(bookStore(work), draft);
  report?.(`${made} of ${plan.length} bound`);
}

type BindInput = Omit<ExportInput, 'content'> & { readonly draft: string };

/** Divides the content once more, as the build does before everything else. */
export async function prepareEdition({
  content,
  edition,
  work,
}: Pick<ExportInput, 'content' | 'edition' | 'work'>): Promise<void> {
  await partition(content, edition, work);
}
