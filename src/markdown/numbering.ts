import { defineMdastPlugin, type PluginFactoryContext } from 'satteri';

/**
 * An ordered list keeps the numbers as typed: Markdown only knows the first one, but official texts skip numbers
 * and are cited by them.
 */
export const numbering = ({ source }: PluginFactoryContext) => {
  if (!/\d[.)]/.test(source)) return null;
  /** The lists around the current item, the innermost last, with the number that Markdown gives to their next item. */
  const lists: { readonly end: number; next: number }[] = [];
  return defineMdastPlugin({
    name: 'numbering',
    options: { position: true },
    list({ start, position }) {
      lists.push({ end: position?.end.offset ?? 0, next: start ?? 1 });
    },
    listItem(item, context) {
      const start = item.position?.start.offset ?? 0;
      while ((lists.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= start) lists.pop();
      const typed = /^\d{1,9}/.exec(source.slice(start, start + 9))?.[0];
      const list = lists.at(-1);
      if (typed && list && Number(typed) !== list.next) {
        context.setProperty(item, 'data', { hProperties: { value: Number(typed) } });
      }
      if (list) list.next++;
    },
  });
};
