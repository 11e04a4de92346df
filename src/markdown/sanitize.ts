import type { Root } from 'hast';
import { defaultSchema, type Schema, sanitize as sanitizeTree } from 'hast-util-sanitize';
import { eachElement } from './walk.ts';

/** Our own ids: `s-2.1-4` in a précis, `t-2.1-4` in an official text, and their footnotes. */
const OUR_ID = /^[st]-[\p{L}\p{N}._-]+$/u;

/**
 * What may reach a page from a text. Ids are ours or none, so that no text can clobber a name of the page; no style,
 * no form, no embedded content, no scheme but http, https and mailto.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...'h1 h2 h3 h4 h5 h6 p ol ul li blockquote pre code table thead tbody tr th td'.split(' '),
    ...'em strong del sup sub br hr a section span abbr dl dt dd cite'.split(' '),
  ],
  attributes: {
    '*': [['id', OUR_ID], ['className', /^(x|ref|withheld|align)-[a-z-]+$/], 'dir'],
    a: [
      'href',
      ['rel', 'external', 'noopener', 'nofollow'],
      ['dataFootnoteRef', ''],
      ['dataFootnoteBackref', ''],
      'ariaLabel',
      'dataRef',
    ],
    section: [
      ['dataFootnotes', ''],
      ['dataWithheld', ''],
      'dataPages',
      'dataDecided',
      'dataReason',
      ['ariaLabel', 'Footnotes'],
    ],
    ol: ['start', ['type', '1', 'a', 'A', 'i', 'I']],
    span: [['className', 'unbroken'], ['role', 'doc-pagebreak'], 'dataPage', ['ariaLabel', /^page \d{1,4}$/]],
    li: ['value'],
    th: [['scope', 'col', 'row'], 'colSpan', 'rowSpan'],
    td: ['colSpan', 'rowSpan'],
    abbr: [],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math'],
};

/** The last step before a text becomes part of a page. */
export function sanitize(tree: Root): Root {
  eachElement(tree, ({ properties }) => {
    // "//host" has no scheme to allow or refuse, and leads outside all the same; "\" counts as "/" in browsers.
    if (/^\s*[/\\]{2}/.test(String(properties.href ?? ''))) delete properties.href;
  });
  const clean = sanitizeTree(tree, schema) as Root;
  eachElement(clean, ({ properties }) => {
    if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className;
  });
  return clean;
}
