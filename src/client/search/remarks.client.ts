import type { View } from '../../search/address.ts';
import type { Answer } from '../../search/protocol.ts';
import { LONGEST_QUERY } from '../../search/query/clean.ts';
import { el, plural } from './dom.client.ts';
import { hrefOf } from './site-address.client.ts';

const MOST_REPEATED = 80;

/** What is to be said about a query besides its results, in whole sentences. @param base address of the site's root */
export function remarks(answer: Answer, view: View, base: string, change: (view: View) => void): HTMLElement[] {
  const { unknown, missing, left, cut, instead, signs, period } = answer.remarks;
  const found: HTMLElement[] = unknown.map(({ label, url, place }) =>
    el(
      'p',
      { class: 'unknown-reference' },
      el('strong', {}, label),
      ' is not in this archive and nothing here cites it. ',
      url && el('a', { href: url, rel: 'external' }, `Look for it in ${place}`),
      url && '.',
    ),
  );
  const button = (text: string, next: View) => {
    const made = el('button', { type: 'button', class: 'link' }, el('em', {}, shortened(text)));
    made.addEventListener('click', () => change(next));
    return made;
  };
  if (instead !== null) {
    const exact: View = { ...view, exact: true };
    const line = el(
      'p',
      { class: 'instead' },
      'Showing results for ',
      el('strong', {}, shortened(instead)),
      ' – search for ',
    );
    line.append(button(view.text, exact), ' instead.');
    found.push(line);
  }
  if (missing.length > 0) {
    const words = missing.map(({ word }) => `“${shortened(word)}”`).join(', ');
    const line = el('p', {}, `No page has ${words}. `);
    const near = missing.filter((one) => one.near);
    if (near.length > 0) {
      const better = near.reduce((text, { word, near }) => text.replace(word, near ?? word), view.text);
      const { exact: _exact, ...plain } = view;
      line.append('Did you mean ', button(near.map((one) => one.near).join(' '), { ...plain, text: better }), '?');
    }
    found.push(line);
  }
  if (period) {
    const href = hrefOf('/timeline/', base);
    const query = new URLSearchParams({ from: period.from, to: period.to });
    found.push(el('p', {}, el('a', { href: `${href}?${query}#timeline` }, 'This time on the timeline'), '.'));
  }
  if (signs.length > 0) {
    const named = signs.map((sign) => `“${sign}”`).join(', ');
    const known = '"a phrase", word*, -word, NOT and OR';
    found.push(
      el('p', {}, `${named} ${signs.length === 1 ? 'means' : 'mean'} nothing here; the search knows ${known}.`),
    );
  }
  if (left.length > 0) found.push(el('p', {}, `Left out, as nearly every page has them: ${left.join(', ')}.`));
  if (cut) found.push(el('p', {}, `Only the first ${LONGEST_QUERY} characters of the query count.`));
  return found;
}

/** What helps where nothing was found. @param others results without the filters */
export function helpWithNothing(
  answer: Answer,
  view: View,
  others: number,
  change: (view: View) => void,
): HTMLElement[] {
  const help: HTMLElement[] = [];
  if (others > 0) {
    const button = el('button', { type: 'button' }, `Remove the filters (${plural(others, 'result')})`);
    button.addEventListener('click', () => change({ ...view, filters: {} }));
    help.push(el('p', {}, button));
  }
  if (answer.remarks.unknown.length === 0 && others === 0) {
    help.push(
      el(
        'p',
        {},
        'The archive is in English; try another word for it, or fewer words. The lists below lead to every entry.',
      ),
    );
  }
  return help;
}

/** What was typed, as it is said again: nobody listens to a whole page of it. */
function shortened(typed: string): string {
  return typed.length > MOST_REPEATED ? `${typed.slice(0, MOST_REPEATED).trimEnd()} …` : typed;
}

/** The number of results in words, for everybody and for screen readers. */
export function summary(answer: Answer, { text, filters }: View): string {
  const { total, complete, remarks } = answer;
  if (total === 0) {
    if (remarks.unknown.length > 0) return 'No entry for this reference.';
    const narrowed = Object.keys(filters).length > 0 ? ' with these filters' : '';
    return `Nothing found for “${shortened(text)}”${narrowed}.`;
  }
  if (complete === 0 || complete === total || remarks.missing.length > 0) return `${plural(total, 'result')}.`;
  const others = total - complete;
  return `${complete.toLocaleString('en')} with every word; ${others.toLocaleString('en')} more with some.`;
}
