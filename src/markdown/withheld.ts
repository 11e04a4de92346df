import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { formatDate, isDate } from '../archive/date.ts';
import { eachElement } from './walk.ts';

/**
 * Turns the marker of a withheld portion into the words a reader needs: what, since when, why, and how to ask. Where the
 * edition holds the portion, its text stays below these words, and a line marks its end.
 */
export function explainWithheld(tree: Root): void {
  eachElement(tree, (element) => {
    if (element.properties.dataWithheld === undefined) return;
    const { dataPages: pages, dataDecided: decided, dataReason: reason } = element.properties;
    const since = decided ? ` Access was decided on ${dateInWords(String(decided))}.` : '';
    const why = reason ? ` Reason: ${reason}.` : '';
    element.properties.className = ['withheld-portion'];
    if (isEmpty(element.children)) {
      const what = pages ? `Withheld here: pages ${pages}.` : 'A portion is withheld here.';
      const ask = h('a', { href: '/about/access/#ask' }, 'How to ask for access');
      element.children = [h('p', { className: ['withheld-notice'] }, [h('strong', what), `${since}${why} `, ask])];
      return;
    }
    const what = `Withheld from the public${pages ? `: pages ${pages}` : ''}.`;
    element.properties.className.push('withheld-shown');
    element.children = [
      h('p', { className: ['withheld-notice'] }, [h('strong', what), `${since}${why}`]),
      ...element.children,
      h('p', { className: ['withheld-notice'] }, 'End of what is withheld from the public.'),
    ];
    return false;
  });
}

const isEmpty = (children: readonly ElementContent[]) =>
  children.every((child) => child.type === 'text' && child.value.trim() === '');

const dateInWords = (text: string) => (isDate(text) ? formatDate(text) : text);
