import { replace, toggle, type View } from '../../search/address.ts';
import { type Counts, FACET_NAMES, FACETS, type Facet } from '../../search/facets.ts';
import { el } from './dom.client.ts';

/** Values of a facet shown before "more". */
const SHOWN = 8;

/** The facets of a result with their counts; those that cannot narrow it are left out. */
export function filterPanel(counts: Counts, view: View, change: (view: View) => void): HTMLElement[] {
  return FACETS.flatMap((facet) => {
    const chosen = view.filters[facet] ?? [];
    const values = counts[facet];
    if (values.length === 0 && chosen.length === 0) return [];
    if (values.length === 1 && chosen.length === 0) return [];
    const body = facet === 'year' ? yearRange(values, view, change) : valueList(facet, values, view, change);
    return [
      el(
        'details',
        { open: facet === 'kind' || chosen.length > 0, 'data-facet': facet },
        el('summary', {}, FACET_NAMES[facet]),
        body,
      ),
    ];
  });
}

function valueList(facet: Facet, values: Counts[Facet], view: View, change: (view: View) => void): HTMLElement {
  const chosen = view.filters[facet] ?? [];
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  const all = [...missing.map((value) => ({ value, count: 0 })), ...values];
  const rows = all.map(({ value, count }) => {
    const box = el('input', { type: 'checkbox', value, checked: chosen.includes(value) });
    box.addEventListener('change', () => change(toggle(view, facet, value)));
    return el('li', {}, el('label', {}, box, ` ${value} `, el('span', { class: 'count' }, String(count))));
  });
  const first = el('ul', {}, ...rows.slice(0, SHOWN));
  const group = el('fieldset', {}, el('legend', { class: 'visually-hidden' }, FACET_NAMES[facet]), first);
  if (rows.length > SHOWN) {
    group.append(
      el('details', {}, el('summary', {}, `${rows.length - SHOWN} more`), el('ul', {}, ...rows.slice(SHOWN))),
    );
  }
  return group;
}

function yearRange(values: Counts['year'], view: View, change: (view: View) => void): HTMLElement {
  const [from = '', to = from] = (view.filters.year?.[0] ?? '').split('-');
  const select = (name: string, chosen: string) => {
    const years = [...new Set([...values.map(({ value }) => value), chosen])].filter(Boolean).sort();
    const options = years.map((year) => {
      const count = values.find(({ value }) => value === year)?.count ?? 0;
      return el('option', { value: year, selected: year === chosen }, `${year} (${count})`);
    });
    return el('select', { 'aria-label': name }, el('option', { value: '' }, 'any'), ...options);
  };
  const first = select('From year', from);
  const last = select('To year', to);
  const read = () => {
    const range =
      first.value || last.value ? [first.value === last.value ? first.value : `${first.value}-${last.value}`] : [];
    change(replace(view, 'year', range));
  };
  first.addEventListener('change', read);
  last.addEventListener('change', read);
  return el('p', { class: 'year-range' }, el('span', {}, 'from '), first, el('span', {}, ' to '), last);
}

/** The chosen filters as buttons that take them away. */
export function filterChips(view: View, change: (view: View) => void): HTMLElement[] {
  const chips = FACETS.flatMap((facet) =>
    (view.filters[facet] ?? []).map((value) => {
      const shown =
        facet === 'year' ? value.replace(/^-/, 'until ').replace(/-$/, ' or later').replace('-', '–') : value;
      const name = `${FACET_NAMES[facet]}: ${shown}`;
      const chip = el(
        'button',
        { type: 'button', class: 'chip', 'aria-label': `Remove the filter ${name}` },
        name,
        el('span', { 'aria-hidden': 'true' }, ' ×'),
      );
      chip.addEventListener('click', () => change(toggle(view, facet, value)));
      return el('li', {}, chip);
    }),
  );
  if (chips.length > 1) {
    const all = el('button', { type: 'button', class: 'chip' }, 'Remove all filters');
    all.addEventListener('click', () => change({ ...view, filters: {} }));
    chips.push(el('li', {}, all));
  }
  return chips;
}
