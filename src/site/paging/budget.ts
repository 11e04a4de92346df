/**
 * The most lines of a list on one page: rows of a table, links, events of a timeline. A row weighs 150 to 450 bytes of
 * HTML, an event with what the picture and its script need about 1,100, so that no such page goes far beyond 280 kB,
 * however large the archive is. Longer lists are cut into parts, each with a page of its own.
 */
export const MOST_LINES = 250;

/** The most names in one row: beside a paragraph, in a cell of facts. The others are among what links here. */
export const MOST_IN_A_ROW = 25;
