import { add, entryOf, indexOf, remove } from './file.ts';
import { loadFile, onOtherChange, saveFile } from './store.client.ts';

/**
 * On the page of an entry: puts it, or a paragraph of it, into the reader's file. In a copy opened from a folder some
 * browsers keep storage for each page alone, so there the page of the file is given the entry in its address.
 */
const control = document.querySelector<HTMLElement>('[data-add]');
const page = `/${control?.dataset.add}`;
const open = control?.querySelector<HTMLAnchorElement>('[data-my-file]');
const status = control?.querySelector('[role=status]');
const inFolder = location.protocol === 'file:';

if (control && open) {
  control.hidden = false;
  // It has been there unseen, so that nothing moves.
  control.querySelector('button')?.replaceWith(adder(''));
  if (!inFolder) {
    count();
    onOtherChange(count);
  }
}

/** What adds a place of this page to the file, or takes it out again; null on a page that cannot be added. */
export function adderOf(place: string): HTMLElement | null {
  return open ? adder(place) : null;
}

function adder(place: string): HTMLElement {
  const key = place ? `${page}#${place}` : page;
  const what = place ? 'this place' : '';
  if (inFolder && open) {
    const link = document.createElement('a');
    link.href = open.href;
    link.hash = `add=${encodeURIComponent(key)}`;
    link.textContent = ['Add', what, 'to my file'].filter(Boolean).join(' ');
    return link;
  }
  const button = document.createElement('button');
  button.type = 'button';
  const show = () => {
    const words = indexOf(loadFile(), key) < 0 ? ['Add', what, 'to my file'] : ['Take', what, 'out of my file'];
    button.textContent = words.filter(Boolean).join(' ');
  };
  button.addEventListener('click', () => {
    say(toggle(key));
    show();
    count();
  });
  onOtherChange(show);
  show();
  return button;
}

/** Returns what became of it, in words. */
function toggle(key: string): string {
  const before = loadFile();
  const entry = entryOf(key);
  const held = indexOf(before, key) >= 0;
  const after = held || !entry ? remove(before, key) : add(before, entry);
  if (!held && after === before) return 'Not added: your file is full.';
  if (!saveFile(after)) return 'Not added: this browser keeps nothing for this site.';
  return held ? 'Taken out of your file.' : 'Added to your file.';
}

function count(): void {
  const { length } = loadFile().entries;
  if (open) open.textContent = length > 0 ? `My file (${length})` : 'My file';
}

function say(words: string): void {
  if (status) status.textContent = words;
}
