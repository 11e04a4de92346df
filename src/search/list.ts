import { type DatedPage, Facets, type PageTable } from './facets.ts';
import { type Names, onePerThing } from './names.ts';
import type { Direct } from './protocol.ts';
import { browseIn, presidencyAsked } from './query/browse.ts';
import { fold, foldName } from './query/fold.ts';
import type { Query } from './query/understand.ts';
import type { Ranked } from './rank.ts';

/** A list that a query asks for: what stands above it, and its pages in their order. */
export interface Listed {
  readonly direct: readonly Direct[];
  readonly ranked: readonly Ranked[];
}

/**
 * The entries of a kind, time, thing or presidency, where a query asks for nothing else; null where it does.
 * @param direct what the query names
 */
export async function listFor(
  query: Query,
  direct: readonly Direct[],
  names: Names,
  table: () => Promise<PageTable>,
): Promise<Listed | null> {
  const { text, periods, references, phrases, units } = query;
  const term = presidencyAsked(text);
  if (term !== null) {
    const now = names.bearers(halfYearName(term)).map((row): Direct => ({ row, why: 'name' }));
    return { direct: [...now, ...direct], ranked: [] };
  }
  if (phrases.length > 0 || references.some(({ tentative }) => !tentative)) return null;
  const timed = periods.length > 0;
  const browse = browseIn(
    periods.reduce((rest, { start, end }) => blank(rest, start, end), text),
    timed,
  );
  const onlyTime = timed && units.every(({ text: word }) => EVENTS.has(fold(word)) || YEARS.test(word));
  if (!browse && !onlyTime) return null;
  const facets = new Facets(await table());
  const things = browse?.about ? onePerThing(names.bearers(browse.about), false) : [];
  const about = things.find(({ label }) => facets.facetOf(label));
  const facet = about && facets.facetOf(about.label);
  const under = browse?.presidency ? names.presidencies(foldName(text)) : [];
  if ((browse?.about && !facet) || (browse?.presidency && under.length === 0)) return null;
  const listIn = (stretches: Parameters<Facets['list']>[1]) => facets.list(browse?.kind ?? null, stretches);
  const held = under.filter(({ address }) => listIn([halfYear(address)]).length > 0);
  const presidencies = held.length > 0 ? held : under;
  const pages = facets.filter(listIn([...periods, ...presidencies.map(({ address }) => halfYear(address))]), {
    ...(browse?.access ? { access: browse.access } : {}),
    ...(facet ? { [facet]: [about.label] } : {}),
  });
  if (facet && pages.length === 0) return null;
  // A list goes newest first; a stretch of time in its order, what is held and dated in it before all else.
  const dated = pages.filter((page) => page.dated);
  const byAge = [...(browse?.oldest ? dated : dated.reverse()), ...pages.filter((page) => !page.dated)];
  const sorted = browse ? byAge : pages.sort((a, b) => tierOf(a) - tierOf(b));
  const section = browse && !browse.single && names.at(browse.access ? ACCESS : browse.address);
  const rows = [...presidencies, ...(about ? [about] : []), ...(section ? [section] : [])];
  const first = rows.map((row): Direct => ({ row, why: 'name' }));
  const others = direct.filter(({ row }) => !rows.some(({ address }) => address === row.address));
  return {
    direct: browse ? first : [...first, ...others],
    ranked: sorted.map(({ page }, index) => ({ page, score: sorted.length - index, matched: 0 })),
  };
}

/** Words around a time that say nothing more. */
const EVENTS: ReadonlySet<string> = new Set(
  'event events happened happening dates date year month timeline chronology'.split(' '),
);

const YEARS = /^(?:19|20)\d\d(?:-(?:19|20)\d\d)?$/;

/** The page that explains access. */
const ACCESS = '/about/access/';

/** In a stretch of time: documents and meetings held and dated in it, other things, what is not held, what reaches beyond it, presidencies. */
function tierOf({ kind, held, within }: DatedPage): number {
  if (kind === 'Presidency') return 4;
  if (!within) return 3;
  return !held ? 2 : kind === 'Document' || kind === 'Meeting' ? 0 : 1;
}

/** The half-year of a presidency. @param address `/presidencies/2022-2/` */
function halfYear(address: string): { from: string; to: string } {
  const [, year, half] = /(\d{4})-([12])/.exec(address) ?? [];
  return half === '1' ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The name of the presidency that is so many half-years from today. */
function halfYearName(from: number): string {
  const today = new Date();
  const halves = 2 * today.getUTCFullYear() + Number(today.getUTCMonth() > 5) + from;
  return foldName(`${Math.floor(halves / 2)}-${1 + (halves % 2)}`);
}

const blank = (text: string, start: number, end: number) =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
