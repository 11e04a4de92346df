import { defineMdastPlugin, type PluginFactoryContext } from 'satteri';

/** What a withheld portion may say of itself; never anything that depends on what was removed. */
export const WITHHELD_ATTRIBUTES = ['pages', 'decided', 'reason'] as const;

/** The block directives that texts may use. */
export const BLOCK_DIRECTIVES: ReadonlySet<string> = new Set(['withheld']);

const plugin = defineMdastPlugin({
  name: 'directives',
  containerDirective(node, context) {
    if (node.name !== 'withheld') {
      throw new Error(`":::${node.name}" is not a block of this archive: only ${[...BLOCK_DIRECTIVES].join(', ')}`);
    }
    const properties: Record<string, string> = { 'data-withheld': '' };
    for (const name of WITHHELD_ATTRIBUTES) {
      const value = node.attributes?.[name];
      if (value) properties[`data-${name}`] = value;
    }
    context.setProperty(node, 'data', { hName: 'section', hProperties: properties });
  },
  leafDirective(node, context) {
    const page = pageOf(typed(node, context.source));
    if (page) return context.replaceNode(node, pageBreak(page));
    context.replaceNode(node, { type: 'paragraph', children: [{ type: 'text', value: typed(node, context.source) }] });
  },
  textDirective(node, context) {
    const page = pageOf(typed(node, context.source));
    if (page) return context.replaceNode(node, pageBreak(page));
    context.replaceNode(node, { type: 'text', value: typed(node, context.source) });
  },
  options: { position: true },
});

/**
 * `:page[7]` in a line and `::page[7]` between blocks say that page 7 of the printed document begins: an empty
 * `<span role="doc-pagebreak">` that `anchor` gives its id.
 *
 * `:::withheld{pages decided reason}` becomes `<section data-withheld …>` around what the block holds: the partition has
 * emptied it in an edition that may not show it. Text like `7:30` or `note :x[y]`, which Markdown with
 * directives takes for inline directives, is put back as it was typed.
 */
export const directives = ({ source }: PluginFactoryContext) => (/:\S/.test(source) ? plugin : null);

/** The number in `:page[7]` or `::page[7]`; null where it is anything else. */
const pageOf = (directive: string) => /^::?page\[(\d{1,4})\]$/.exec(directive)?.[1] ?? null;

function pageBreak(page: string) {
  const properties = { role: 'doc-pagebreak', 'data-page': page, 'aria-label': `page ${page}` };
  return {
    type: 'emphasis' as const,
    data: { hName: 'span', hProperties: properties } as Record<string, unknown>,
    children: [],
  };
}

interface Positioned {
  readonly position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

function typed(node: Positioned, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}
