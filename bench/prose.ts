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

const SYLLABLES = [...'bdfgklmnprstvz'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));

/**
 * Words of the whole language. The index of a search grows with different words, not with words: long runs of English
 * prose have some 50,000 of them, half of all that is said being the first 150.
 */
const VOCABULARY = 50_000;

/** A sentence of that many words. */
export function sentence(random: Random, words = random.int(8, 22)): string {
  return `${phrase(random, words)}.`;
}

/** Words without an end, the first one with a capital. */
export function phrase(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => word(random)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Only of words of the field: a name that can be said. */
export function name(random: Random, words: number): string {
  const chosen = Array.from({ length: words }, () => random.pick(NAMES));
  return chosen.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(' ');
}
const NAMES = WORDS.filter((one) => one.length > 3 && !one.includes('-'));

/** By Zipf's rule: the chance of a word is as one to its rank. */
function word(random: Random): string {
  const rank = Math.floor((VOCABULARY + 1) ** random.next()) - 1;
  return WORDS[rank] ?? invented(rank);
}

function invented(rank: number): string {
  let text = '';
  for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length];
  return text;
}
