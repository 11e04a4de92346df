import type { Family } from './family.ts';
import type { PlanReference } from './types.ts';

const ORDINALS = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'],
  ...['twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth'],
  'twentieth',
];

/** `7th Action Plan`, `Seventh Action Plan`, `8th CCWP AP`, `7e plan d'action`, `7. Aktionsplan`. */
const NAMED =
  /(?<![\p{L}\d.,/-])(?:(\d{1,2}) ?(?:st|nd|rd|th|er|e|ème|\.(?= Aktionsplan))|([A-Za-z]{5,11}))(?: (?:CCWP|LEWP|LEWP-C|LEWP-Customs|Customs))?(?: (?:Action Plans?|action plans?|ACTION PLANS?|plan d['’]action|Aktionsplan)| APs?)(?![\p{L}\d])/gu;
/** The first of `7th and 8th Action Plans`. */
const PAIRED = /(?<![\p{L}\d.,/-])(?:(\d{1,2}) ?(?:st|nd|rd|th)|([A-Za-z]{5,11}))(?:,| and| &| or) (?:the )?$/u;
/** The canonical form, which running text never uses in this sense. */
const KEY = /^(?:[Pp]lan|PLAN) (\d{1,2})$/;

export const plan: Family<PlanReference> = {
  sign: /[Pp]lan|PLAN| AP/,

  find(text, alone) {
    const key = alone ? KEY.exec(text) : null;
    if (key) return [{ reference: { kind: 'plan', number: Number(key[1]) }, start: 0, end: text.length }];
    return [...text.matchAll(NAMED)].flatMap((match) => {
      const number = numberOf(match[1], match[2]);
      // Without any capital letter "the second action plan" is a description, not a name.
      const named = match[1] !== undefined || /\p{Lu}/u.test(match[0]);
      if (number === 0 || !named) return [];
      const before = text.slice(Math.max(0, match.index - 20), match.index);
      const pair = PAIRED.exec(before);
      const earlier = pair && numberOf(pair[1], pair[2]);
      const itself = at(number, match.index, match.index + match[0].length);
      if (!pair || !earlier) return [itself];
      const start = match.index - before.length + pair.index;
      return [at(earlier, start, start + pair[0].replace(/(?:,| and| &| or) (?:the )?$/, '').length), itself];
    });
  },

  key: ({ number }) => `plan ${number}`,
  printed: ({ number }) => `${number}${ending(number)} Action Plan`,
  slug: ({ number }) => `plan-${number}`,
  link: () => null,
};

function at(number: number, start: number, end: number) {
  return { reference: { kind: 'plan', number } as const, start, end };
}

/** 0 for a word that is no ordinal. */
function numberOf(digits: string | undefined, word: string | undefined): number {
  return digits === undefined ? ORDINALS.indexOf(word?.toLowerCase() ?? '') + 1 : Number(digits);
}

function ending(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
}
