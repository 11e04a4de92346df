import { canPopUp, key, popup } from './key.client.ts';

/** Acronyms explain themselves where they stand: the link to the glossary becomes a button that opens its entry. */
if (canPopUp) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.ref-term')) {
    const entry = key.get(link.href);
    if (!entry) continue;
    const [button, tip] = explained(link, entry);
    link.replaceWith(button);
    keepTogether(button).after(tip);
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

/** A line may end before or behind a button, as it may not in a word: brackets and stops that touch it are put in a box with it. */
function keepTogether(button: Element): Element {
  const box = document.createElement('span');
  box.className = 'unbroken';
  const before = takeFrom(button.previousSibling, /\S+$/);
  const behind = takeFrom(button.nextSibling, /^\S+/);
  button.replaceWith(box);
  box.append(before, button, behind);
  return box;
}

/** Cuts the words out of the text of a node, if it is one. */
function takeFrom(node: ChildNode | null, words: RegExp): string {
  if (!(node instanceof Text)) return '';
  const [found = ''] = words.exec(node.data) ?? [];
  node.data = node.data.replace(words, '');
  return found;
}
