import { siteBase } from './site-address.client.ts';

/** The search box of every page: `/` reaches it, and the index is fetched while the reader types. */
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
  // The search page warms its own connection.
  if (form.id === 'search-form') continue;
  inputOf(form)?.addEventListener('focus', () => warm(siteBase(form)), { once: true });
}

function warm(base: string): void {
  import('./connect.client.ts').then(
    ({ Connection }) => new Connection(base).warm(),
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
