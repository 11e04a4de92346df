import { celexOf, type Kind } from './celex.ts';
import type { Family, Match } from './family.ts';
import type { CelexReference } from './types.ts';
import { yearOf } from './year.ts';

/** `CELEX:32016R0679`, `32012G0107(01)`. */
const CELEX =
  /(?<![\p{L}\d/_=&?.-])(?:CELEX(?: number| No\.?)?[: ]{1,2})?([2-9](\d{4})[A-Z]{1,2}\d{4}(?:\(\d{2}\))?)(?![\p{L}\d])/giu;

/** `Council Regulation (EC) No 1049/2001`: the kind of act, up to its first number. */
const HEAD =
  /(?<![\p{L}\d])(?:(?:Council|Commission) )?(?:(?:implementing|delegated) )?(framework decision|décision-cadre|rahmenbeschluss|kaderbesluit|rambeslut|απόφασης?-πλαίσιο|joint action|action commune|gemeinsame maßnahme|gemeenschappelijk optreden|gemensam åtgärd|κοινής? δράσης?|common position|position commune|regulation|règlement|verordnung|verordening|förordning|κανονισμ(?:ός|ού|ό)|directive|richtlinie|richtlijn|direktiv|οδηγίας?|decision|décision|beschluss|besluit|beslut|απόφασης?|recommendation|recommandation)(s?) ?(?=[(\dNnEα])/giu;
const NUMBER =
  /(?:\(\p{L}{2,8}(?:, ?\p{L}{2,8}){0,2}\) ?|E(?:E?C|U) )?(N(?:o|os|r)\.? ?|n(?:o|r|°)?s?\.? ?|αριθ\.? ?)?(\d{1,4})\/(\d{1,5})(?!\d)((?:\/|, ?)(?:EC|EEC|EU|JHA|CFSP|ECSC|Euratom|CE|CEE|UE|JAI|PESC|EG|EWG|EEG|JI|JBZ|RIF|ΕΚ|ΕΟΚ|ΕΕ|ΔΕΥ)(?!\p{L})){0,2}/uy;
const JOINT = /(?:, ?and |, ?| and | or | et | und | en | och | και | & |; ?)/y;

/** An act under the third pillar without its kind: `2002/187/JHA`. */
const BARE = /(?<![\p{L}\d/.-])(\d{4}|\d{2})\/(\d{1,4})\/(?:JHA|JAI|JI|JBZ|RIF|ΔΕΥ)(?![\p{L}\d])/gu;

/** Names of each kind in the languages of headers, as far as they begin its citations. */
const NAMES: Readonly<Partial<Record<Kind, RegExp>>> = {
  'framework-decision':
    /^(?:framework decision|décision-cadre|rahmenbeschluss|kaderbesluit|rambeslut|απόφασης?-πλαίσιο)$/,
  'joint-action':
    /^(?:joint action|action commune|gemeinsame maßnahme|gemeenschappelijk optreden|gemensam åtgärd|κοινής? δράσης?)$/,
  'common-position': /^(?:common position|position commune)$/,
  regulation: /^(?:regulation|règlement|verordnung|verordening|förordning|κανονισμ(?:ός|ού|ό))$/,
  directive: /^(?:directive|richtlinie|richtlijn|direktiv|οδηγίας?)$/,
  decision: /^(?:decision|décision|beschluss|besluit|beslut|απόφασης?)$/,
  recommendation: /^recomm(?:e|a)ndation$/,
};

export const act: Family<CelexReference> = {
  sign: /\d\/\d|\d{5}\p{L}{1,2}\d{4}/u,

  find: (text) => [...findNumbers(text), ...findNamed(text), ...findBare(text)],

  key: ({ celex }) => `CELEX:${celex}`,

  /** Regulations and directives as EUR-Lex titles them, without the community, which a CELEX number does not tell. */
  printed(reference) {
    const match = /^3(\d{4})([RL])(\d{4})$/.exec(reference.celex);
    if (match === null) return act.key(reference);
    const [, year, letter, digits] = match;
    const number = Number(digits);
    if (letter === 'R') return Number(year) < 2015 ? `Regulation No ${number}/${year}` : `Regulation ${year}/${number}`;
    return `Directive ${Number(year) < 1999 ? year?.slice(2) : year}/${number}`;
  },

  slug: ({ celex }) => `celex-${celex.toLowerCase().replace('(', '-').replace(')', '')}`,

  link: ({ celex }) => ({
    url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${celex}`,
    exactness: 'exact',
  }),
};

function* findNumbers(text: string): Generator<Match<CelexReference>> {
  for (const match of text.matchAll(CELEX)) {
    const [whole, celex = '', year = ''] = match;
    if (yearOf(year) === null) continue;
    yield {
      reference: { kind: 'celex', celex: celex.toUpperCase() },
      start: match.index,
      end: match.index + whole.length,
    };
  }
}

function* findNamed(text: string): Generator<Match<CelexReference>> {
  for (const head of text.matchAll(HEAD)) {
    const kind = kindOf(head[1]?.toLowerCase() ?? '');
    let start = head.index;
    let next = head.index + head[0].length;
    while (kind !== undefined) {
      const number = execAt(NUMBER, text, next);
      if (number === null) break;
      const listed = start !== head.index;
      // `Regulation 1049/2001 and 4801/10`: only what is marked as an act goes on.
      if (listed && !head[2] && /^\d/.test(number[0]) && number[4] === undefined) break;
      const [whole, no, first = '', second = '', suffix] = number;
      const read = celexOf(kind, first, second, { no: no !== undefined, suffix: suffix?.replace(/\P{L}/gu, '') });
      if (read === null) break;
      const end = next + whole.length - read.glued;
      yield { reference: { kind: 'celex', celex: read.celex }, start, end };
      const joint = execAt(JOINT, text, end);
      if (joint === null) break;
      next = end + joint[0].length;
      start = next;
    }
  }
}

function kindOf(name: string): Kind | undefined {
  return (Object.keys(NAMES) as Kind[]).find((kind) => NAMES[kind]?.test(name));
}

function* findBare(text: string): Generator<Match<CelexReference>> {
  for (const match of text.matchAll(BARE)) {
    const [whole, first = '', second = ''] = match;
    const read = celexOf('bare', first, second, { no: false, suffix: 'JHA' });
    if (read === null) continue;
    yield { reference: { kind: 'celex', celex: read.celex }, start: match.index, end: match.index + whole.length };
  }
}

function execAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
