/**
 * The most lines of a list on one page: rows of a table, links, events of a timeline. A line weighs 150 to 450 bytes of
 * HTML, so that a page with a list, the picture of a timeline and the data of its script stays below 250 kB, however
 * large the archive is. Longer lists are cut into parts, each with a page of its own.
 */
export const MOST_LINES = 250;

/** The most names in one row: beside a paragraph, in a cell of facts. The others are among what links here. */
export const MOST_IN_A_ROW = 25;
