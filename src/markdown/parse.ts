import type { Root } from 'hast';
import { type Features, htmlToHast, markdownToHtml } from 'satteri';
import { directives } from './directives.ts';
import { numbering } from './numbering.ts';
import { rawHtml } from './raw-html.ts';
import { setApart } from './withheld-blocks.ts';

/**
 * What counts as Markdown in a text.
 * @param prefix put before the ids of footnotes, so that two texts can stand on one page
 */
export const features = (prefix: string): Features => ({
  frontmatter: false,
  directive: true,
  smartPunctuation: false,
  headingAttributes: true,
  gfm: { footnotes: { label: 'Footnotes', clobberPrefix: prefix, backContent: '↑' } },
});

/**
 * Markdown of a précis or official text as an HTML tree, before links, anchors and sanitising.
 * @param prefix as for `features`
 */
export function parseMarkdown(markdown: string, prefix: string): Root {
  const { html } = markdownToHtml(setApart(markdown), {
    features: features(prefix),
    mdastPlugins: [rawHtml, directives, numbering],
  });
  return htmlToHast(html, { fragment: true }) as Root;
}
