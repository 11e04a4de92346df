import { readView, type View, writeView } from '../../search/address.ts';
import { Connection } from '../../search/connect.client.ts';
import type { Counts } from '../../search/facets.ts';
import type { Answer } from '../../search/protocol.ts';
import { byId, el } from './dom.client.ts';
import { filterChips, filterPanel } from './filter-panel.client.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.client.ts';
import { helpWithNothing, remarks, summary } from './remarks.client.ts';
import { resultItem } from './result-item.client.ts';
import { siteBase } from './site-address.client.ts';
import { offerSuggestions } from './suggest.client.ts';

/** Results of one page. */
const STEP = 10;
/** A pause in typing after which the search begins, in milliseconds. */
const PAUSE = 180;
/** Shorter than this, what is being typed finds half the archive. */
const SHORTEST = 2;

const form = byId('search-form', HTMLFormElement);
const input = byId('search-query', HTMLInputElement);
const parts = {
  status: byId('search-status', HTMLElement),
  remarks: byId('search-remarks', HTMLElement),
  chips: byId('search-chips', HTMLElement),
  filters: byId('search-filters', HTMLElement),
  panel: byId('search-panel', HTMLDetailsElement),
  results: byId('search-results', HTMLOListElement),
  more: byId('search-more', HTMLButtonElement),
  sort: byId('search-sort', HTMLSelectElement),
  start: byId('search-start', HTMLElement),
  recent: byId('search-recent', HTMLElement),
};
const base = siteBase(form);
const connection = new Connection(base);

let view = readView(location.search);
/** Where the reader was before leaving, until the results are drawn again; browsers look for it before they are. */
let scrollWanted: number | null = Number(history.state?.scroll) || null;
history.scrollRestoration = 'manual';
let shown = 0;
let round = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a view: `push` makes a step the back button undoes, `replace` changes the address in place. */
function go(next: View, history: 'push' | 'replace' | 'none', typing = false): void {
  clearTimeout(timer);
  view = next;
  const address = location.pathname + writeView(view);
  if (history === 'push' && address !== location.pathname + location.search) {
    window.history.replaceState({ ...window.history.state, scroll: scrollY }, '');
    window.history.pushState(null, '', address);
  } else if (history !== 'none') window.history.replaceState(window.history.state, '', address);
  if (input.value !== view.text && !typing) input.value = view.text;
  parts.sort.value = view.sort;
  document.title = document.title.replace(/^(?:.* · )?(?=Search)/, view.text ? `${view.text.slice(0, 80)} · ` : '');
  show(typing, Number(window.history.state?.shown) || STEP).catch(explain);
}

async function show(typing: boolean, wanted: number): Promise<void> {
  const mine = ++round;
  const empty = view.text.trim() === '';
  parts.start.hidden = !empty;
  if (empty) return clear();
  parts.status.textContent = 'Searching …';
  const early = (answer: Answer) => mine === round && render(answer, false);
  const answer = await connection.ask({ ...view, from: 0, to: wanted, typing }, early);
  if (mine !== round || !answer) return;
  render(answer, true);
  if (answer.total === 0) await helpOn(answer, mine);
  if (!typing) rememberSearch(view.text);
  const counts = await connection.counts({ ...view, from: 0, to: 0, typing });
  if (mine === round && counts) renderFilters(counts);
}

function render(answer: Answer, complete: boolean): void {
  keepFocus(() => draw(answer, complete));
  if (!complete) return;
  parts.status.textContent = summary(answer, view);
  if (scrollWanted !== null) scrollTo({ top: scrollWanted });
  scrollWanted = null;
}

function draw(answer: Answer, complete: boolean): void {
  const change = (next: View) => go(next, 'push');
  const context = { base, marks: answer.marks };
  parts.results.replaceChildren(...[...answer.direct, ...answer.results].map((one) => resultItem(one, context)));
  shown = answer.results.length;
  parts.remarks.replaceChildren(...remarks(answer, view, base, change));
  parts.chips.replaceChildren(...filterChips(view, change));
  parts.more.hidden = !complete || answer.direct.length + shown >= answer.total;
}

/** Where nothing was found: the way on, and what a search can be. */
async function helpOn(answer: Answer, mine: number): Promise<void> {
  const narrowed = Object.keys(view.filters).length > 0;
  const all = narrowed ? await connection.ask({ ...view, filters: {}, from: 0, to: 0 }) : null;
  if (mine !== round) return;
  parts.remarks.append(...helpWithNothing(answer, view, all?.total ?? 0, (next) => go(next, 'push')));
  parts.start.hidden = false;
}

function renderFilters(counts: Counts): void {
  keepFocus(() => parts.filters.replaceChildren(...filterPanel(counts, view, (next) => go(next, 'push'))));
  parts.panel.hidden = parts.filters.childElementCount === 0;
}

/** A control that is drawn anew keeps the focus; one that is gone hands it to what the search says, never to the body. */
function keepFocus(redraw: () => void): void {
  const drawn = [parts.results, parts.remarks, parts.chips, parts.filters];
  const active = document.activeElement;
  const part = drawn.find((one) => active && one.contains(active));
  const key = part && active ? keyOfControl(active) : null;
  redraw();
  if (!part || key === null) return;
  const controls = [...part.querySelectorAll<HTMLElement>('a, button, input, select')];
  (controls.find((control) => keyOfControl(control) === key) ?? parts.status).focus({ preventScroll: true });
}

function keyOfControl(element: Element): string {
  const facet = element.closest<HTMLElement>('[data-facet]')?.dataset.facet;
  const name = element.getAttribute('href') ?? element.getAttribute('aria-label') ?? element.getAttribute('value');
  return `${facet} ${name ?? element.textContent}`;
}

async function more(): Promise<void> {
  const mine = round;
  parts.more.disabled = true;
  const answer = await connection.ask({ ...view, from: shown, to: shown + STEP });
  parts.more.disabled = false;
  if (mine !== round || !answer) return;
  const context = { base, marks: answer.marks };
  const items = answer.results.map((one) => resultItem(one, context));
  const focused = document.activeElement === parts.more;
  parts.results.append(...items);
  shown += items.length;
  window.history.replaceState({ ...window.history.state, shown }, '');
  parts.more.hidden = answer.direct.length + shown >= answer.total;
  parts.status.textContent = `${answer.direct.length + shown} of ${answer.total} results shown.`;
  // Whoever pressed the button reads on from the first new result.
  if (focused) items[0]?.querySelector('a')?.focus({ preventScroll: true });
}

function clear(): void {
  for (const part of [parts.results, parts.remarks, parts.chips, parts.filters]) part.replaceChildren();
  parts.status.textContent = '';
  parts.panel.hidden = true;
  parts.more.hidden = true;
  showRecent();
}

function showRecent(): void {
  const searches = recentSearches();
  parts.recent.hidden = searches.length === 0;
  const forget = el('button', { type: 'button', class: 'link' }, 'Forget them');
  forget.addEventListener('click', () => {
    forgetSearches();
    showRecent();
    input.focus();
  });
  const links = searches.map((text) =>
    el('li', {}, el('a', { href: writeView({ text, filters: {}, sort: 'relevance' }) }, text)),
  );
  parts.recent.replaceChildren(
    el('h2', {}, 'Your last searches'),
    el('ul', { class: 'listed' }, ...links),
    el('p', { class: 'source' }, 'Kept in this browser only. ', forget),
  );
}

function explain(error: unknown): void {
  parts.results.replaceChildren();
  parts.more.hidden = true;
  parts.status.textContent = '';
  const again = el('button', { type: 'button' }, 'Try again');
  again.addEventListener('click', () => go(view, 'replace'));
  const message = error instanceof Error ? error.message : String(error);
  parts.remarks.replaceChildren(
    el(
      'p',
      { role: 'alert' },
      'The search does not work at the moment. ',
      message,
      ' The lists below lead to every entry too. ',
      again,
    ),
  );
  parts.start.hidden = false;
}

function moveAmongResults(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...parts.results.querySelectorAll<HTMLElement>(':scope > li > a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const inInput = document.activeElement === input;
  if (at < 0 && !inInput) return;
  const target = inInput ? (step > 0 ? links[0] : undefined) : at + step < 0 ? input : links[at + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** The view of another query: what was asked for exactly was another one. */
function typed(text: string): View {
  const { exact, ...others } = view;
  return { ...others, text, ...(exact && text === view.text ? { exact } : {}) };
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(typed(input.value), 'push');
});
input.addEventListener('input', () => {
  clearTimeout(timer);
  const text = input.value;
  if (text.trim().length < SHORTEST && text.trim() !== '') return;
  timer = setTimeout(() => go(typed(text), 'replace', true), PAUSE);
});
input.addEventListener('focus', () => connection.warm(), { once: true });
offerSuggestions(form, input, connection, base);
parts.sort.addEventListener('change', () =>
  go({ ...view, sort: parts.sort.value === 'date' ? 'date' : 'relevance' }, 'push'),
);
parts.more.addEventListener('click', () => {
  more().catch(explain);
});
document.addEventListener('keydown', moveAmongResults);
addEventListener('popstate', () => {
  scrollWanted = Number(history.state?.scroll) || 0;
  go(readView(location.search), 'none');
});
addEventListener('pagehide', () => window.history.replaceState({ ...window.history.state, scroll: scrollY }, ''));
new IntersectionObserver((seen) => {
  if (seen.some(({ isIntersecting }) => isIntersecting) && !parts.more.hidden && !parts.more.disabled && shown < 50)
    parts.more.click();
}).observe(parts.more);

// Beside the results the filters are open; above them, on a small screen, they wait to be asked for.
parts.panel.open = matchMedia('(min-width: 56rem)').matches;
go(view, 'none');
