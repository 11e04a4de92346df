import { dayOf, isoOf } from '../../drawing/timeline/day.ts';
import { layoutTimeline } from '../../drawing/timeline/layout.ts';
import { type HalfYear, isPlaced, type Mark } from '../../drawing/timeline/mark.ts';
import { timeScale, type View } from '../../drawing/timeline/scale.ts';
import { drawPicture } from '../../drawing/timeline/svg.ts';
import { moved, openOn, readView, type ViewState, visibleMarks, writeView } from '../../drawing/timeline/view.ts';
import { saveTimeline } from './save.client.ts';

/** Gives every timeline of the page its controls. The list stays the truth: the script hides from it, it adds nothing. */
export function startTimelines(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-timeline]')) start(figure);
}

function start(figure: HTMLElement): void {
  const marks = JSON.parse(figure.dataset.marks ?? '[]') as Mark[];
  const presidencies = JSON.parse(figure.dataset.presidencies ?? '[]') as HalfYear[];
  const width = Number(figure.dataset.width);
  const form = figure.querySelector('form');
  const box = figure.querySelector<HTMLElement>('[data-picture]');
  const list = document.querySelector<HTMLElement>('[data-timeline-list]');
  if (!form || !box || !list) return;
  const whole = timeScale(marks, 0, width);
  let state = readView(location.search);

  const show = (next: ViewState, tell = true) => {
    state = next;
    const seen = visibleMarks(marks, state);
    const picture = layoutTimeline({ marks: seen, presidencies, width, view: state.range ?? undefined });
    const words = `${figure.dataset.name}${rangeWords(state.range)}. The list below says the same.`;
    box.innerHTML = drawPicture(picture, words);
    filterList(list, new Set(seen.map(({ id }) => id)));
    fillForm(form, state);
    const query = writeView(state);
    const link = form.querySelector<HTMLAnchorElement>('[data-view]');
    if (link) link.href = `${location.pathname}${query}#timeline`;
    // A page opened from a folder may not change its own address; the link above holds the view there.
    if (tell && location.protocol !== 'file:')
      history.replaceState(null, '', `${location.pathname}${query}${location.hash}`);
    const status = form.querySelector('[data-status]');
    if (status) status.textContent = statusWords(marks, seen, state);
  };

  const step = (how: 'in' | 'out' | 'earlier' | 'later' | 'all') => {
    if (how === 'all') return show({ ...state, range: null });
    const range = moved(state.range ?? whole, whole, how);
    show({ ...state, range: range.from <= whole.from && range.to >= whole.to ? null : range });
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) step(target.name as Parameters<typeof step>[0]);
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) {
      show({ ...state, range: periodRange(target.value) });
      const year = target.value.slice(0, 4);
      if (year) document.getElementById(`year-${year}`)?.scrollIntoView({ block: 'nearest' });
    } else if (target instanceof HTMLInputElement && target.type === 'date') {
      show({ ...state, on: target.value ? dayOf(target.value) : null });
    } else if (target instanceof HTMLInputElement) {
      const without = new Set(state.without);
      if (target.checked) without.delete(target.value);
      else without.add(target.value);
      show({ ...state, without });
    }
  });
  const KEYS: Readonly<Record<string, Parameters<typeof step>[0]>> = {
    '+': 'in',
    '=': 'in',
    '-': 'out',
    ArrowLeft: 'earlier',
    ArrowRight: 'later',
    '0': 'all',
  };
  box.addEventListener('keydown', (event) => {
    const how = KEYS[event.key];
    // While the picture is wider than its box, the arrows scroll it.
    const scrolls = event.key.startsWith('Arrow') && box.scrollWidth > box.clientWidth;
    if (!how || scrolls || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(how);
  });
  box.addEventListener('click', ({ target }) => {
    const id = target instanceof Element ? target.getAttribute('data-id') : null;
    if (id) location.hash = id;
  });
  const saving = figure.querySelector<HTMLElement>('.timeline-save');
  saving?.addEventListener('click', ({ target }) => {
    const picture = box.querySelector('svg');
    if (!(target instanceof HTMLButtonElement) || !picture) return;
    const ending = target.value as Parameters<typeof saveTimeline>[0];
    saveTimeline(ending, { name: figure.dataset.name ?? '', marks, list, picture });
  });
  if (location.search) show(state, false);
}

function periodRange(value: string): View | null {
  const [year, half] = value.split('-');
  if (!year) return null;
  const from = dayOf(`${year}-${half === '2' ? '07' : '01'}-01`);
  const to = half === '1' ? dayOf(`${year}-07-01`) : dayOf(`${Number(year) + 1}-01-01`);
  return { from, to };
}

function filterList(list: HTMLElement, seen: ReadonlySet<string>): void {
  for (const section of list.querySelectorAll('section')) {
    let any = false;
    for (const item of section.querySelectorAll<HTMLElement>('ol > li')) {
      item.hidden = !seen.has(item.id);
      any ||= !item.hidden;
    }
    section.hidden = !any;
  }
}

function fillForm(form: HTMLFormElement, { range, without, on }: ViewState): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name=kind]'))
    input.checked = !without.has(input.value);
  const date = form.querySelector<HTMLInputElement>('input[name=on]');
  if (date) date.value = on === null ? '' : isoOf(on);
  const period = form.querySelector('select');
  if (!period) return;
  const match = [...period.options].find(({ value }) => {
    const one = periodRange(value);
    return one === null ? range === null : one.from === range?.from && one.to === range.to;
  });
  period.selectedIndex = match?.index ?? -1;
}

const isWithin = (mark: Mark, range: View) =>
  isPlaced(mark) &&
  (mark.from ?? mark.known?.[0] ?? range.from) < range.to &&
  (mark.to ?? mark.known?.[1] ?? range.to) >= range.from;

const rangeWords = (range: View | null) => (range ? `, ${isoOf(range.from)} to ${isoOf(range.to - 1)}` : '');

function statusWords(marks: readonly Mark[], seen: readonly Mark[], { range, on }: ViewState): string {
  const within = range ? seen.filter((mark) => isWithin(mark, range)) : seen;
  const words = [`${within.length} of ${marks.length} events${rangeWords(range)}.`];
  if (on !== null) {
    const open = openOn(marks, on).map(({ label }) => label);
    words.push(
      open.length > 0
        ? `Open on ${isoOf(on)}: ${open.join(', ')}.`
        : `No plan or strategy is known to have been open on ${isoOf(on)}.`,
    );
  }
  return words.join(' ');
}
