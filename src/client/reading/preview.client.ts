import { key, popup } from './key.client.ts';

/** Milliseconds: to mean a link and not only cross it, and to reach the box with the pointer. */
const PAUSE = 300;

/** A citation shows what it leads to, while it is pointed at or has the focus. Escape closes it. */
if (CSS.supports('position-area', 'block-end')) {
  const box = popup('manual', 'tip');
  let shown: HTMLAnchorElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (link: HTMLAnchorElement, entry: HTMLElement) => {
    hide();
    box.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    // Right behind the link, so that the words in it can be reached.
    link.after(box);
    box.showPopover({ source: link });
    shown = link;
  };
  const hide = () => {
    clearTimeout(timer);
    if (shown) box.hidePopover();
    shown = null;
  };
  const later = (act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };

  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a.ref-held')) {
    const entry = key.get(link.href);
    if (!entry) continue;
    link.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') later(() => show(link, entry));
    });
    link.addEventListener('pointerleave', () => later(hide));
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) show(link, entry);
    });
    link.addEventListener('blur', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) hide();
    });
  }
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  box.addEventListener('pointerleave', () => later(hide));
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== shown && !(relatedTarget instanceof Node && box.contains(relatedTarget))) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}
