import { citePlace } from '../../publish/cite/place.client.ts';
import { adderOf } from '../my-file/add.client.ts';
import { canPopUp, popup } from './key.client.ts';

/** The mark ¶ of a paragraph offers its address and its citation to copy, and the paragraph for the reader's file. */
if (canPopUp) {
  const box = popup('auto', 'tip copy-box');

  document.querySelector('main')?.addEventListener('click', (event) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.permalink') : null;
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const address = new URL(location.href);
    address.search = '';
    address.hash = mark.hash;
    history.replaceState(history.state, '', address);
    const offers = [offer('Copy link', address.href)];
    const citation = citePlace();
    if (citation) offers.push(offer('Copy citation', citation));
    box.replaceChildren(...offers, adderOf(decodeURIComponent(mark.hash.slice(1))) ?? '');
    mark.after(box);
    box.showPopover({ source: mark });
    box.querySelector('button')?.focus();
  });
}

/** A line with words to copy; where the browser lends no clipboard they can be marked by hand. */
function offer(name: string, words: string): HTMLElement {
  const line = document.createElement('span');
  const shown = document.createElement('span');
  shown.textContent = words;
  line.append(shown);
  if ('clipboard' in navigator) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    const state = document.createElement('span');
    state.role = 'status';
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(words).then(
        () => {
          state.textContent = 'Copied.';
        },
        () => {
          state.textContent = 'The browser does not allow it: mark the words and copy them.';
        },
      );
    });
    line.append(button, state);
  }
  return line;
}
