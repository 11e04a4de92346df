/** Files that were beside each entry's page, and the part of the page that makes them now. */
export const RETIRED: readonly {
  /** The collection whose entries had them; all where none is given. */
  readonly collection?: 'documents';
  readonly files: readonly string[];
  /** Id in the page of the entry. */
  readonly place: 'cite' | 'timeline';
}[] = [
  { files: ['cite.bib', 'cite.ris', 'cite.json'], place: 'cite' },
  { files: ['timeline.csv', 'timeline.ics', 'timeline.svg'], place: 'timeline' },
  { collection: 'documents', files: ['book.epub'], place: 'cite' },
];

/** The redirect of a retired file: `/topics/cash/cite.bib` → `/topics/cash/#cite`; null for any other address. */
export function redirectOfRetired(address: string): string | null {
  const [, page, collection, file = ''] = /^(\/([^/]+)\/[^/]+\/)([^/]+)$/.exec(address) ?? [];
  const retired = RETIRED.find((one) => one.files.includes(file) && (one.collection ?? collection) === collection);
  return page && retired ? `${page}#${retired.place}` : null;
}
