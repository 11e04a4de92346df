/** A line of a page's table of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** 1 for the sections of the page, 2 and 3 for headings in them. */
  readonly level: 1 | 2 | 3;
}

/** The sections that a piece of a page has: its headings of level 2 that bear an id. */
export function sectionsIn(html: string): Section[] {
  return [...html.matchAll(/<h2 id="([^"]+)">([^<]+)<\/h2>/g)].map(([, id = '', title = '']) => ({
    id,
    title: title.trim(),
    level: 1,
  }));
}
