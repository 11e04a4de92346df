import { defineMdastPlugin, type PluginFactoryContext } from 'satteri';
import { COMMENT } from './comment.ts';

/** Tags that Markdown has no sign for and that the importer writes. */
const KEPT = /^<(\/?(sup|sub)|br ?\/?)>$/;

const plugin = defineMdastPlugin({
  name: 'raw-html',
  html(node, context) {
    if (KEPT.test(node.value)) return;
    const shown = node.value.replace(COMMENT, '');
    if (shown.trim() === '') context.removeNode(node);
    else context.replaceNode(node, { type: 'text', value: shown });
  },
  // A page loads nothing because a text says so: an image is what it says it shows.
  image(node, context) {
    context.replaceNode(node, { type: 'text', value: (node.alt ?? '').replace(COMMENT, '') });
  },
  imageReference(node, context) {
    context.replaceNode(node, { type: 'text', value: (node.alt ?? '').replace(COMMENT, '') });
  },
});

/**
 * HTML in a text is shown as typed, not obeyed: a text is data. Only `<sup>`, `<sub>` and `<br>` without attributes
 * count; comments are dropped.
 */
export const rawHtml = ({ source }: PluginFactoryContext) => (/<|!\[/.test(source) ? plugin : null);
