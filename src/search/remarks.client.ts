import type { View } from './address.ts';
import { el } from './dom.client.ts';
import type { Answer } from './protocol.ts';
import { LONGEST_QUERY } from './query/clean.ts';

const MOST_REPEATED = 80;

/** What is to be said about a query besides its results, in whole sentences. */
export function remarks(answer: Answer, view: View, change: (view: View) => void): HTMLElement[] {
  const { unknown, missing, left, cut, instead } = answer.remarks;
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
  if (missing.length > 0) {
    const words = missing.map(({ word }) => `“${shortened(word)}”`).join(', ');
    const line = el('p', {}, `No page has ${words}. `);
    if (instead) {
      const button = el('button', { type: 'button', class: 'link' }, el('em', {}, nearWords(missing)));
      button.addEventListener('click', () => change({ ...view, text: instead }));
      line.append('Did you mean ', button, '?');
    }
    found.push(line);
  }
  if (left.length > 0) found.push(el('p', {}, `Left out, as nearly every page has them: ${left.join(', ')}.`));
  if (cut) found.push(el('p', {}, `Only the first ${LONGEST_QUERY} characters of the query count.`));
  return found;
}

function nearWords(missing: Answer['remarks']['missing']): string {
  return missing.flatMap(({ near }) => near ?? []).join(' ');
}

/** What was typed, as it is said again: nobody listens to a whole page of it. */
function shortened(typed: string): string {
  return typed.length > MOST_REPEATED ? `${typed.slice(0, MOST_REPEATED).trimEnd()} …` : typed;
}

/** The number of results in words, for everybody and for screen readers. */
export function summary(answer: Answer, text: string): string {
  const { total, complete, remarks } = answer;
  if (total === 0)
    return remarks.unknown.length > 0 ? 'No entry for this reference.' : `Nothing found for “${shortened(text)}”.`;
  const results = `${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}`;
  if (complete === 0 && remarks.missing.length === 0) return `${results}; none has every word.`;
  return complete > 0 && complete < total
    ? `${results}; ${complete.toLocaleString('en')} with every word, these first.`
    : `${results}.`;
}
