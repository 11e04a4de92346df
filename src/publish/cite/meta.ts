import { parseDate } from '../../archive/date.ts';
import { type Item, statedDate } from '../../archive/item.ts';
import { type CslItem, isOf } from './csl.ts';

/** A `<meta name content>` of a page. */
export interface Meta {
  readonly name: string;
  readonly content: string;
}

/** A `<link>` of a page. */
export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** Highwire Press and Dublin Core tags, which reference managers read. */
export function citationMeta(item: Item, csl: CslItem): Meta[] {
  const authors = csl.author?.map(({ literal }) => literal) ?? [];
  const stated = statedDate(item);
  const date = stated && preciseDate(stated);
  const both = (highwire: string, dublin: string, content: string | null | undefined): Meta[] =>
    content
      ? [
          { name: highwire, content },
          { name: dublin, content },
        ]
      : [];
  const one = (name: string, content: string | undefined): Meta[] => (content ? [{ name, content }] : []);
  if (!isOf(item, 'documents')) {
    return [...one('DC.title', csl.title), ...one('DC.type', csl.genre), ...one('DC.date', date || undefined)];
  }
  return [
    ...both('citation_title', 'DC.title', csl.title),
    ...authors.flatMap((author) => both('citation_author', 'DC.creator', author)),
    ...both('citation_publication_date', 'DC.date', date?.replaceAll('-', '/')).map((meta) =>
      meta.name === 'DC.date' ? { ...meta, content: date as string } : meta,
    ),
    ...both('citation_technical_report_number', 'DC.identifier', csl.number),
    ...one('citation_technical_report_institution', csl.publisher),
    ...one('DC.publisher', csl.publisher),
    ...one('DC.type', csl.genre),
    ...both('citation_language', 'DC.language', csl.language),
    ...one('citation_pdf_url', csl.URL),
  ];
}

/** The date as far as it is certain, `2022-11-03`, `2022-11` or `2022`; null for spans and approximations. */
function preciseDate(text: string): string | null {
  const { precision, approximate, edtf } = parseDate(text);
  return !approximate && ['day', 'month', 'year'].includes(precision) ? edtf : null;
}

/** Signposting (https://signposting.org/): where the page's data, with its citation, and its collection are. */
export function signposts(item: Item, site: string | null): HeadLink[] {
  const own = site ? site + item.address : null;
  return [
    ...(own ? [{ rel: 'canonical', href: own }] : []),
    ...(own ? [{ rel: 'cite-as', href: own }] : []),
    { rel: 'collection', href: `/${item.collection}/` },
    { rel: 'describedby', href: `${item.address}entry.json`, type: 'application/json' },
  ];
}
