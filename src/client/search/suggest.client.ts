import { writeView } from '../../search/address.ts';
import type { Connection } from '../../search/connect.client.ts';
import type { Suggestion } from '../../search/protocol.ts';
import { el } from './dom.client.ts';
import { recentSearches } from './recent.client.ts';
import { hrefOf } from './site-address.client.ts';

const MOST_RECENT = 3;

interface Option {
  readonly content: readonly (Node | string)[];
  choose(): void;
}

/**
 * Makes a search box a combobox with a list, by the pattern of the ARIA Authoring Practices: the focus stays in the box, the
 * arrows move in the list, Escape closes it. Enter on a number, action or meeting typed in full leads straight to it.
 */
export function offerSuggestions(
  form: HTMLFormElement,
  input: HTMLInputElement,
  connection: Connection,
  base: string,
): void {
  const id = `suggestions-${form.id || 'box'}`;
  const list = el('ul', { id, role: 'listbox', class: 'suggestions', 'aria-label': 'Suggestions', hidden: true });
  let options: readonly Option[] = [];
  let active = -1;
  let exact: { readonly text: string; readonly row: Suggestion['row'] } | null = null;
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', id],
  ] as const) {
    input.setAttribute(name, value);
  }
  input.after(list);

  const go = (address: string, found?: string) => {
    const url = new URL(hrefOf(address, base));
    if (found) url.searchParams.set('found', found);
    location.assign(url.href);
  };
  const search = (text: string) => {
    input.value = text;
    close();
    form.requestSubmit();
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (place: number) => {
    active = place;
    for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === active));
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const show = (next: readonly Option[]) => {
    options = next;
    list.replaceChildren(
      ...options.map(({ content, choose }, at) => {
        const item = el('li', { id: `${id}-${at}`, role: 'option', 'aria-selected': 'false' }, ...content);
        item.addEventListener('click', choose);
        return item;
      }),
    );
    if (options.length === 0) return close();
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(-1);
  };

  const recent = (text: string): Option[] =>
    recentSearches()
      .filter((one) => one !== text && one.toLowerCase().startsWith(text.toLowerCase()))
      .slice(0, MOST_RECENT)
      .map((one) => ({ content: [one, el('small', {}, 'searched before')], choose: () => search(one) }));
  const named = ({ row, exact }: Suggestion, text: string): Option => ({
    content: [
      ...(row.label === row.title ? [] : [el('strong', {}, row.label), ' ']),
      row.title,
      el('small', {}, row.kind),
    ],
    choose: () => go(row.address, exact ? text : undefined),
  });

  const suggest = async () => {
    const text = input.value.trim();
    exact = null;
    if (text.length < 2) return show(text === '' ? [] : recent(text));
    const found = await connection.suggest(text);
    if (text !== input.value.trim() || document.activeElement !== input) return;
    const row = found.find((one) => one.exact)?.row;
    exact = row ? { text, row } : null;
    const all: Option = { content: ['All results for ', el('strong', {}, text)], choose: () => search(text) };
    show([...found.map((one) => named(one, text)), ...recent(text), all]);
  };

  // Suggestions are a comfort: where they fail, the search says what is wrong.
  const typed = () => void suggest().catch(close);
  input.addEventListener('input', typed);
  input.addEventListener('blur', close);
  // The box keeps the focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && list.hidden && input.value === '' && step > 0) show(recent(''));
    if (step !== 0 && !list.hidden) {
      // One place more than options: that of the box itself.
      const places = options.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && active >= 0) options[active]?.choose();
    else if (event.key === 'Enter' && exact?.text === input.value.trim()) go(exact.row.address, exact.text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  form.addEventListener('submit', close);
}

/** Above a page that Enter led to: the way to all that was found. */
export function offerAllResults(base: string): void {
  const url = new URL(location.href);
  const text = (url.searchParams.get('found') ?? '').slice(0, 200);
  url.searchParams.delete('found');
  history.replaceState(history.state, '', url);
  const href = `${hrefOf('/search/', base)}${writeView({ text, filters: {}, sort: 'relevance' })}`;
  const line = el('p', { class: 'arrival-bar no-print' }, el('a', { href }, 'All results for “', text, '”'));
  document.querySelector('main')?.prepend(line);
}
