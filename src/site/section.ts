/** A line of a page's table of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** 1 for the sections of the page, 2 and 3 for headings in them. */
  readonly level: 1 | 2 | 3;
}
