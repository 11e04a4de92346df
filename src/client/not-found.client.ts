import { wantedAt } from '../publish/permanence/wanted.ts';
import { byId, el } from './search/dom.client.ts';
import { hrefOf, siteBase } from './search/site-address.client.ts';

/** On the page for addresses without one: guesses from the address which page was meant, and links to it. */
const slot = byId('wanted', HTMLElement);
const form = document.querySelector<HTMLFormElement>('form[data-search-box]');
if (form) offer(form);

async function offer(form: HTMLFormElement): Promise<void> {
  const base = siteBase(form);
  const { addresses, number, words } = wantedAt(location.pathname.slice(new URL(base).pathname.length - 1));
  const input = form.querySelector<HTMLInputElement>('input[name=q]');
  if (input && input.value === '') input.value = words;
  for (const address of addresses) {
    const href = hrefOf(address, base);
    const title = await titleAt(href);
    if (title === null) continue;
    slot.replaceChildren('You may be looking for ', el('a', { href }, title || number || address), '.');
    return;
  }
  if (!number) return;
  const search = new URL(`search/?q=${encodeURIComponent(number)}`, base).href;
  slot.replaceChildren(`This edition has no page for ${number}. `, el('a', { href: search }, 'Search for it'), '.');
}

/** The title of a page; empty where it could not be asked for, null where there is no such page. */
async function titleAt(href: string): Promise<string | null> {
  try {
    const response = await fetch(href);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return page.title.replace(/ · Enfocustom$/, '');
  } catch {
    // Without a network the link alone can be offered.
    return '';
  }
}
