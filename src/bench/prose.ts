import type { Random } from './random.ts';

/** Ordinary words of the field; the first ones are used most, as words of a language are. */
const WORDS = (
  'the of customs and to authorities controls Member States information cooperation exchange risk joint operation ' +
  'delegations Presidency action plan group experts proposed agreed noted report results goods border analysis ' +
  'seizures cash tobacco excise drugs firearms waste timber parcels containers vessels rail air cargo passengers ' +
  'laboratories officers training seminar manual guide template questionnaire summary draft final first second ' +
  'national regional common mutual operational strategic tactical legal technical practical administrative criminal ' +
  'investigation prosecution evidence database network platform liaison contact point agency Union third country ' +
  'candidate partner organisation convention regulation decision resolution conclusion recommendation priority ' +
  'objective deadline follow-up evaluation indicator pilot project phase measure threat trend route method profile ' +
  'alert hit check inspection scanner canine team unit central local office port airport post warehouse depot ' +
  'declaration manifest invoice origin tariff valuation quota licence permit certificate seal sample test review'
).split(' ');

export function sentence(random: Random, words = random.int(8, 22)): string {
  const list = Array.from({ length: words }, () => word(random));
  const text = list.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function phrase(random: Random, words: number): string {
  return sentence(random, words).slice(0, -1);
}

/** By Zipf's rule, about: the place of a word in the list is its rank. */
function word(random: Random): string {
  return WORDS[Math.floor((WORDS.length + 1) ** random.next()) - 1] ?? 'the';
}
