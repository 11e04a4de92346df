/** A comment of HTML in a text, which no page shows; one that is not closed goes to the end. */
export const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
