import type { Root } from 'hast';
import { h } from 'hastscript';
import { formatDate, isDate } from '../archive/date.ts';
import { eachElement } from './walk.ts';

/** Turns the marker of a withheld portion into the words a reader needs: what, since when, why, and how to ask. */
export function explainWithheld(tree: Root): void {
  eachElement(tree, (element) => {
    if (element.properties.dataWithheld === undefined) return;
    const { dataPages: pages, dataDecided: decided, dataReason: reason } = element.properties;
    const what = pages ? `Withheld here: pages ${pages}.` : 'A portion is withheld here.';
    const since = decided ? ` Access was decided on ${dateInWords(String(decided))}.` : '';
    const why = reason ? ` Reason: ${reason}.` : '';
    element.properties.className = ['withheld-portion'];
    element.children = [
      h('p', [h('strong', what), `${since}${why} `, h('a', { href: '/about/access/#ask' }, 'How to ask for access')]),
    ];
    return false;
  });
}

const dateInWords = (text: string) => (isDate(text) ? formatDate(text) : text);
