import { siteBase } from './site-address.client.ts';

/** The search box of every page: `/` reaches it, and suggestions are made ready when it is. */
const boxes = [...document.querySelectorAll<HTMLFormElement>('form[data-search-box]')];
const inputOf = (form: HTMLFormElement | undefined) => form?.querySelector<HTMLInputElement>('input[name="q"]');

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  // A box in the text is nearer to what the reader looks at than that of the header.
  const input = inputOf(boxes.find((form) => form.closest('main')) ?? boxes[0]);
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

for (const form of boxes) {
  const input = inputOf(form);
  // The search page makes its own box a combobox.
  if (form.id === 'search-form' || !input) continue;
  input.addEventListener('focus', () => prepare(form, input), { once: true });
}

function prepare(form: HTMLFormElement, input: HTMLInputElement): void {
  Promise.all([import('../../search/connect.client.ts'), import('./suggest.client.ts')]).then(
    ([{ Connection }, { offerSuggestions }]) => {
      const connection = new Connection(siteBase(form));
      connection.warm();
      offerSuggestions(form, input, connection, siteBase(form));
      // What was typed meanwhile.
      if (input.value !== '') input.dispatchEvent(new Event('input'));
    },
    // The search page says what is wrong when it is reached.
    () => {},
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

if (new URLSearchParams(location.search).has('mark')) {
  import('./mark.client.ts').then(
    ({ markWords }) => markWords(),
    // Without the marks the page is still the page.
    () => {},
  );
}

const [box] = boxes;
if (box && new URLSearchParams(location.search).has('found')) {
  import('./suggest.client.ts').then(
    ({ offerAllResults }) => offerAllResults(siteBase(box)),
    // Without it the page is still the page.
    () => {},
  );
}
