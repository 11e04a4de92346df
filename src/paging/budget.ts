/**
 * The most lines of a list on one page: rows of a table, links, events of a timeline. A line weighs 150 to 450 bytes,
 * so that a page with a list, the picture of a timeline and the data of its script stays below `PAGE_BYTES`. Longer
 * lists are cut into parts, each with a page of its own.
 */
export const MOST_LINES = 250;

/** The most names in one row: beside a paragraph, in a cell of facts. The others are among what links here. */
export const MOST_IN_A_ROW = 25;

/** The most that a page may weigh besides its own text, in bytes of HTML. */
export const PAGE_BYTES = 250_000;

/** The most that one picture may weigh, in bytes of SVG. */
export const PICTURE_BYTES = 200_000;
