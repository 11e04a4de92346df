import { el } from '../search/dom.client.ts';
import { type FileEntry, keyOf, LONGEST, type MyFile } from './file.ts';

export interface Actions {
  moveTo(key: string, to: number): void;
  remove(key: string): void;
  note(key: string, note: string): void;
  withText(key: string, withText: boolean): void;
}

/** How an entry is named and where its page is. */
export type Named = (entry: FileEntry) => { readonly heading: string; readonly href: string };

/** Sets the list of entries with what can be done with each; keeps the focus where it was. */
export function showEntries(list: HTMLElement, { entries }: MyFile, named: Named, actions: Actions): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
  list.replaceChildren(
    ...entries.map((entry, index) => entryLine(entry, index, entries.length, named(entry), actions)),
  );
  const again = focused ? document.getElementById(focused) : null;
  if (!again || !list.contains(again)) return;
  // At either end a button has nothing to do: the other one is beside it.
  const usable = again.matches(':disabled') ? again.parentElement?.querySelector<HTMLElement>('button:enabled') : again;
  usable?.focus();
}

function entryLine(
  entry: FileEntry,
  index: number,
  count: number,
  { heading, href }: ReturnType<Named>,
  actions: Actions,
): HTMLElement {
  const key = keyOf(entry);
  const name = `file-entry-${key}`;
  const title = el('a', { href, id: `${name} title` }, heading);
  const button = (words: string, id: string, disabled: boolean, act: () => void) => {
    // What it does, and to which entry.
    const made = el(
      'button',
      { type: 'button', id: `${name} ${id}`, disabled, 'aria-label': `${words}: ${heading}` },
      words,
    );
    made.addEventListener('click', act);
    return made;
  };
  const note = el('textarea', { id: `${name} note`, rows: '2', maxlength: String(LONGEST.note) });
  note.value = entry.note;
  note.addEventListener('input', () => actions.note(key, note.value));
  const withText = el('input', { type: 'checkbox', id: `${name} text` });
  withText.checked = entry.withText;
  withText.addEventListener('change', () => actions.withText(key, withText.checked));
  return el(
    'li',
    {},
    el('p', { class: 'file-entry-title' }, title),
    el(
      'label',
      { class: 'file-note' },
      el('span', {}, 'Note'),
      el('span', { class: 'visually-hidden' }, ` on ${heading}`),
      note,
    ),
    el(
      'p',
      { class: 'file-tools' },
      button('Move up', 'up', index === 0, () => actions.moveTo(key, index - 1)),
      button('Move down', 'down', index === count - 1, () => actions.moveTo(key, index + 1)),
      button('Take out', 'out', false, () => actions.remove(key)),
      el('label', {}, withText, ' Print its text', el('span', { class: 'visually-hidden' }, `: ${heading}`)),
    ),
  );
}
