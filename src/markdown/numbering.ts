import { defineMdastPlugin } from 'satteri';

/**
 * An ordered list keeps the numbers as typed: Markdown only knows the first one, but official texts skip numbers
 * and are cited by them.
 */
export const numbering = defineMdastPlugin({
  name: 'numbering',
  options: { position: true },
  list(node, context) {
    if (!node.ordered) return;
    for (const [index, item] of node.children.entries()) {
      const start = item.position?.start.offset ?? 0;
      const typed = /^\d{1,9}/.exec(context.source.slice(start, start + 9))?.[0];
      const expected = (node.start ?? 1) + index;
      if (typed && Number(typed) !== expected) {
        context.setProperty(item, 'data', { hProperties: { value: Number(typed) } });
      }
    }
  },
});
