/** The most that an edition may weigh, in bytes before compression. */
export const BUDGETS = {
  /** The HTML of one page. */
  page: 400_000,
  /** The HTML of one page besides its own text, in an archive of any size (`src/site/paging/budget.ts`). */
  listing: 300_000,
  /** The SVG of one picture. */
  picture: 200_000,
  /** All style sheets together. */
  styles: 80_000,
  /**
   * All scripts together, Pagefind's left out. Timelines bring a scale of their own, My file its paper, the search its
   * understanding of queries (66 kB, loaded when a search box is used).
   */
  scripts: 170_000,
} as const;

/** The most that opening the page of a document may cost: requests, and bytes compressed. */
export const DOCUMENT_BUDGET = {
  requests: 5,
  transferred: 40_000,
  styles: 10_000,
  scripts: 10_000,
} as const;
