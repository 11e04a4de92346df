import { z } from 'zod';
import { collections } from '../../archive/collections.ts';
import { parseDate } from '../../archive/date.ts';
import type { Item } from '../../archive/item.ts';
import { linkFor, parseReference } from '../../archive/reference/index.ts';

const OWN_TITLE = 'Title given by the archive' as const;

/** An item of CSL-JSON, as far as the archive uses it (https://docs.citationstyles.org/en/stable/specification.html). */
export const cslItem = z
  .strictObject({
    id: z.string(),
    type: z.enum(['report', 'legislation', 'webpage', 'document']),
    title: z.string(),
    author: z
      .array(z.strictObject({ literal: z.string() }).readonly())
      .readonly()
      .optional(),
    number: z.string().optional().describe('As printed: 13944/22'),
    genre: z.string().optional().describe('Kind of document, act or page'),
    issued: z
      .strictObject({
        'date-parts': z
          .array(z.array(z.int()).readonly())
          .readonly()
          .describe('Year, month and day as far as they are known; two of them for a span of years'),
        circa: z.boolean().optional(),
      })
      .readonly()
      .optional(),
    publisher: z.string().optional(),
    language: z.string().optional(),
    'container-title': z.string().optional(),
    'number-of-pages': z.string().optional(),
    annote: z.literal(OWN_TITLE).optional().describe('Where no source gives the title'),
    archive: z.string().optional(),
    archive_location: z.string().optional().describe('Address of the page, below the origin of the archive'),
    URL: z.string().optional(),
  })
  .readonly();

export type CslItem = z.infer<typeof cslItem>;
type CslDate = NonNullable<CslItem['issued']>;

export const ARCHIVE_NAME = 'Enfocustom';
const COUNCIL = 'Council of the European Union';

/**
 * An entry as something to cite. A Council document and an act are cited as what they are, wherever they are read;
 * everything else is a page of this archive.
 * @param site origin of the published archive; null where it has none
 */
export function cslOf(item: Item, site: string | null): CslItem {
  if (isOf(item, 'documents')) return documentCsl(item);
  if (isOf(item, 'acts')) return actCsl(item);
  const kind = collections[item.collection].singular;
  return {
    id: `${item.collection}-${item.id}`,
    type: 'webpage',
    title: item.label === item.title ? item.title : `${item.label}: ${item.title}`,
    genre: capital(kind),
    'container-title': ARCHIVE_NAME,
    ...ownTitle(item),
    archive_location: item.address,
    ...(site && { URL: site + item.address }),
  };
}

function documentCsl(item: Item<'documents'>): CslItem {
  const { record } = item.entry;
  const url = addressOutside(item.id);
  return {
    id: item.id,
    type: 'report',
    title: item.title,
    author: [COUNCIL, ...(record.from && record.from !== COUNCIL ? [record.from] : [])].map((literal) => ({ literal })),
    number: record.number,
    ...(record.kind && { genre: sentenceCase(record.kind) }),
    ...issued(record.date),
    publisher: COUNCIL,
    ...(record.originalLanguage && { language: record.originalLanguage }),
    ...(record.pages && { 'number-of-pages': String(record.pages) }),
    ...ownTitle(item),
    archive: ARCHIVE_NAME,
    archive_location: item.address,
    ...(url && { URL: url }),
  };
}

/** Only what stands in the Official Journal is legislation; a convention or a communication is a document. */
function actCsl(item: Item<'acts'>): CslItem {
  const { record } = item.entry;
  const url = [...(record.celex ? [`CELEX:${record.celex}`] : []), ...record.printed].map(addressOutside).find(Boolean);
  return {
    id: `acts-${item.id}`,
    type: isJournalAct(item) ? 'legislation' : 'document',
    title: item.title,
    ...(record.printed[0] && { number: record.printed[0] }),
    genre: sentenceCase(record.kind.replaceAll('-', ' ')),
    ...issued(record.date),
    ...ownTitle(item),
    archive: ARCHIVE_NAME,
    archive_location: item.address,
    ...(url && { URL: url }),
  };
}

/** Whether an act appeared in the Official Journal: it has a CELEX number of a legal act or is cited by its issue. */
export function isJournalAct({ entry: { record } }: Item<'acts'>): boolean {
  if (record.kind === 'communication' || record.kind === 'report') return false;
  return record.celex !== undefined || record.printed.some((form) => /^OJ\b|^\d{2,4}\/[CL] \d/.test(form));
}

const ownTitle = (item: Item): Pick<CslItem, 'annote'> => (item.ownTitle ? { annote: OWN_TITLE } : {});

function issued(date: string | undefined): { issued?: CslDate } {
  const parsed = date ? parseDate(date) : null;
  if (!parsed?.earliest || !parsed.latest) return {};
  const circa = parsed.approximate ? { circa: true } : {};
  const parts = (day: string) => day.split('-').map(Number);
  const [year, month, day] = parts(parsed.earliest);
  if (parsed.precision === 'day') return { issued: { 'date-parts': [[year, month, day] as number[]], ...circa } };
  if (parsed.precision === 'month') return { issued: { 'date-parts': [[year, month] as number[]], ...circa } };
  const last = parts(parsed.latest)[0] as number;
  // CSL knows no half-years and no periods open to one side: the years that it spans are what a style can print.
  return { issued: { 'date-parts': last === year ? [[last]] : [[year as number], [last]], ...circa } };
}

function addressOutside(form: string): string | null {
  const reference = parseReference(form);
  return (reference && linkFor(reference)?.url) ?? null;
}

/** `OUTCOME OF PROCEEDINGS` → `Outcome of proceedings`. */
function sentenceCase(words: string): string {
  return capital(words.toLowerCase());
}

const capital = (words: string) => words.replace(/^./, (c) => c.toUpperCase());

export function isOf<C extends Item['collection']>(item: Item, collection: C): item is Item<C> {
  return item.collection === collection;
}
