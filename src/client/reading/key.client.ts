/** What a page's own key (`PageKey.astro`) says of an address, by the address in full. */
export const key: ReadonlyMap<string, HTMLElement> = new Map(
  [...document.querySelectorAll<HTMLElement>('[data-key]')].flatMap((entry) => {
    const link = entry.querySelector('a');
    return link ? [[link.href, entry] as const] : [];
  }),
);

/** A box that opens over the page; where a browser places it beside its opener is for the style sheet to say. */
export function popup(kind: 'auto' | 'manual', className: string): HTMLElement {
  // A span may stand in a paragraph.
  const box = document.createElement('span');
  box.popover = kind;
  box.className = className;
  return box;
}

export const canPopUp = 'popover' in HTMLElement.prototype;
