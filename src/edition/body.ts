import { shownMarkdown } from '../markdown/shown-markdown.ts';
import { emptyWithheld, scanWithheld } from '../markdown/withheld-blocks.ts';

/**
 * The Markdown of an open document as the public may have it: withheld portions empty, and without what no page shows,
 * such as the notes of those portions. The caller has made sure that the portions can be relied on.
 */
export function publicBody(body: string): string {
  return shownMarkdown(emptyWithheld(body, scanWithheld(body).blocks));
}
