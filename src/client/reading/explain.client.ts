import { canPopUp, key, popup } from './key.client.ts';

/** Acronyms explain themselves where they stand: the link to the glossary becomes a button that opens its entry. */
if (canPopUp) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.ref-term')) {
    const entry = key.get(link.href);
    if (!entry) continue;
    const [button, tip] = explained(link, entry);
    // Outside of the box that keeps a line from ending beside the term: the lines of what it says may.
    (link.closest('.unbroken') ?? link).after(tip);
    link.replaceWith(button);
  }
}

function explained(link: HTMLAnchorElement, entry: HTMLElement): [button: Element, tip: Element] {
  const tip = popup('auto', 'tip');
  tip.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ref-term';
  button.append(...link.childNodes);
  button.popoverTargetElement = tip;
  return [button, tip];
}
