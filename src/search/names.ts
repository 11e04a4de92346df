import { distance } from 'fastest-levenshtein';
import { DEMONYMS } from './demonyms.ts';
import type { EntryRow, Kind } from './entry.ts';
import { foldName } from './query/fold.ts';
import { lightStem } from './query/stem.ts';
import { STOP_WORDS } from './query/stop-words.ts';
import { spellingsOf } from './query/variants.ts';
import type { NamedRow } from './source.ts';
import { slips } from './spelling.ts';

/** Who asks for a name wants the page of the thing: kinds in the order of what is probably meant, terms last. */
const KINDS: readonly Kind[] = [
  ...(['Page', 'Working party', 'Organisation', 'System', 'Operation', 'Strategy', 'Action plan', 'Topic'] as const),
  ...(['Action', 'Act', 'Document', 'Meeting', 'Presidency', 'Recommendation', 'Guide', 'Term'] as const),
];

/** Things that have names: terms, bodies, parties, plans …, found by any form of a name. */
export class Names {
  readonly #rows = new Map<string, EntryRow[]>();
  readonly #list: readonly { readonly forms: readonly string[]; readonly row: EntryRow }[];
  readonly #byAddress: ReadonlyMap<string, EntryRow>;
  readonly #byPage: ReadonlyMap<string | undefined, EntryRow>;

  constructor(list: readonly NamedRow[]) {
    this.#list = list.map(({ forms, row: { label, ...row } }) => {
      const whole = { ...row, label: label ?? row.title };
      return { forms: [...ownForms(whole), ...forms], row: whole };
    });
    this.#byAddress = new Map(this.#list.map(({ row }) => [row.address, row]));
    this.#byPage = new Map(this.#list.map(({ row }) => [row.page, row]));
    for (const { forms, row } of this.#list) {
      for (const key of new Set(forms.flatMap(keysOfName))) {
        this.#rows.set(key, [...(this.#rows.get(key) ?? []), row]);
      }
    }
  }

  /** What bears a name, with or without its spaces, in another order or inflection, or in digits for `II`. @param name folded */
  bearers(name: string): readonly EntryRow[] {
    const short = name.replace(/s$/, '');
    const roman = name.replace(/ ?(\d)$/, (whole, digit: string) => spellingsOf(digit)[0] ?? whole);
    const forms = [
      joined(name),
      unordered(name),
      joined(short),
      joined(roman),
      joined(name.replace(/^(\p{L}{2,5}) ?\d$/u, '$1')),
    ];
    return forms.map((form) => this.#rows.get(form)).find((rows) => rows !== undefined) ?? [];
  }

  /** Of what is named like a term but for the name asked for: the working party whose acronym only the glossary has. */
  related(rows: readonly EntryRow[]): EntryRow[] {
    const terms = new Set(rows.flatMap(({ kind, address }) => (kind === 'Term' ? address : [])));
    const alike = new Set(this.#list.flatMap(({ forms, row }) => (terms.has(row.address) ? forms : [])));
    return this.#list.flatMap(({ forms, row }) =>
      row.kind !== 'Term' && forms.some((form) => alike.has(form)) ? row : [],
    );
  }

  at(address: string): EntryRow | undefined {
    return this.#byAddress.get(address);
  }

  /** Things whose name, or a word of it, begins so; the shorter the name, the likelier. @param typed folded */
  startingWith(typed: string): EntryRow[] {
    if (typed.length < 2) return [];
    const found: { row: EntryRow; rank: number }[] = [];
    for (const { forms, row } of this.#list) {
      const ranks = forms.flatMap((form) => {
        const begins = form.startsWith(typed) || joined(form).startsWith(joined(typed));
        if (begins) return form.length;
        return ` ${form}`.includes(` ${typed}`) ? 1_000 + form.length : [];
      });
      if (ranks.length > 0) found.push({ row, rank: Math.min(...ranks) });
    }
    const rows = found.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
    const addresses = new Set(rows.map(({ address }) => address));
    return rows.filter(({ of }) => !of || !addresses.has(of));
  }

  /** The page of the thing that the term with a page is another name of. */
  thingOf(page: string): string | undefined {
    const of = this.#byPage.get(page)?.of;
    return of === undefined ? undefined : this.at(of)?.page;
  }

  /** The term of the glossary that is another name of an entry. */
  termOf(address: string): EntryRow | undefined {
    return this.#list.find(({ row }) => row.of === address && row.address.startsWith('/glossary/'))?.row;
  }

  /** The name that a reader probably meant, as the archive writes it; null where none is near. @param name folded */
  nearest(name: string): string | null {
    let best: { form: string; cost: number } | null = null;
    for (const { forms } of this.#list) {
      for (const form of forms) {
        if (form.charAt(0) !== name.charAt(0) || /\d/.test(form)) continue;
        const cost = distance(form, name);
        if (cost > 0 && cost <= slips(name.length) && cost < (best?.cost ?? 9)) best = { form, cost };
      }
    }
    return best?.form ?? null;
  }

  /** The presidencies of the state that a text names by itself or by its people, newest first. @param text folded */
  presidencies(text: string): EntryRow[] {
    const has = (words: string) => ` ${text} `.includes(` ${words} `);
    const of = ({ label, title }: EntryRow) => {
      const [, country = ''] = /of (.*?),/.exec(title) ?? [];
      return has(foldName(country)) || has(foldName(DEMONYMS[label.slice(0, 2)] ?? country));
    };
    const rows = this.#list.map(({ row }) => row).filter((row) => row.kind === 'Presidency' && of(row));
    return rows.sort((a, b) => (a.address < b.address ? 1 : -1));
  }

  /** Pages of the things whose whole name stands in a query among other words, with the places of its units. */
  within(units: readonly string[]): Map<string, Set<number>> {
    const places = new Map(units.map((text, index) => [lightStem(foldName(text)), index]));
    const found = new Map<string, Set<number>>();
    for (const { forms, row } of this.#list) {
      if (!row.page || row.kind === 'Term') continue;
      for (const form of forms) {
        const words = form.split(' ').filter((word) => !STOP_WORDS.has(word));
        const at = words.flatMap((word) => places.get(lightStem(word)) ?? []);
        if (at.length === 0 || at.length < words.length) continue;
        if (at.length > (found.get(row.page)?.size ?? 0)) found.set(row.page, new Set(at));
      }
    }
    return found;
  }
}

/** The forms of a name that a row says itself. */
export const ownForms = ({ title, label }: Pick<EntryRow, 'title' | 'label'>): string[] => [
  ...new Set([foldName(title), foldName(label)]),
];

/** What a name is looked up by. @param name folded */
export const keysOfName = (name: string): string[] => [joined(name), unordered(name)];

const joined = (name: string) => name.replaceAll(' ', '');
/** The words of a name in any order and inflection; the mark tells it from a name without spaces. */
const unordered = (name: string) =>
  `~${name
    .split(' ')
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => lightStem(word).replace(/y$/, 'i'))
    .sort()
    .join(' ')}`;

/**
 * One row for each thing, the likeliest first: a term that is another name of a thing found with it is left out, or, where
 * the query asks what a word means, stands for it. @param related what bears another name than the one asked for
 */
export function onePerThing(
  rows: readonly EntryRow[],
  meaning: boolean,
  related: ReadonlySet<EntryRow> = new Set(),
): EntryRow[] {
  const addresses = new Set(rows.map(({ address }) => address));
  const inGlossary = ({ address }: EntryRow) => address.startsWith('/glossary/');
  const explained = new Set(meaning ? rows.filter(inGlossary).flatMap(({ of }) => of ?? []) : []);
  const kept = rows.filter((row) => {
    const { address, of } = row;
    if (explained.has(address)) return false;
    return of === undefined || !addresses.has(of) || (explained.has(of) && inGlossary(row));
  });
  const rank = (row: EntryRow) => {
    const place = row.kind !== 'Term' ? KINDS.indexOf(row.kind) : KINDS.length + Number(!inGlossary(row));
    return (meaning && inGlossary(row) ? -1 : place) + (related.has(row) ? 100 : 0);
  };
  return kept.sort((a, b) => rank(a) - rank(b));
}
