import type { Catalogue } from '../archive/catalogue.ts';
import { parseDate } from '../archive/date.ts';
import type { Item } from '../archive/item.ts';
import type { Facet } from './facets.ts';

/** A date that spans more years than this is no year to narrow down by. */
const MOST_YEARS = 12;

const FACET_OF: Readonly<Record<string, Facet>> = {
  'working-parties': 'party',
  'action-plans': 'plan',
  organisations: 'organisation',
  topics: 'topic',
};

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** What entries can be narrowed down by, read from their own fields and from what they link to. */
export class Facts {
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  of(item: Item): Partial<Record<Facet, string[]>> {
    const found: Partial<Record<Facet, Set<string>>> = {};
    const add = (facet: Facet, value: string) => {
      found[facet] ??= new Set();
      found[facet].add(value);
    };
    const link = (target: Item) => {
      const facet = FACET_OF[target.collection];
      if (facet) add(facet, target.label);
    };
    link(item);
    for (const { to, kind } of this.#catalogue.outgoing(item.address)) {
      const target = this.#catalogue.byAddress(to);
      if (!target || kind === 'source') continue;
      link(target);
      // What speaks of an action speaks of its plan.
      const plan = target.collection === 'actions' ? (target as Item<'actions'>).entry.record.plan : null;
      const owner = plan ? this.#catalogue.get('action-plans', plan) : undefined;
      if (owner) link(owner);
    }
    for (const year of item.date ? yearsOf(item.date) : []) add('year', year);
    const language = item.collection === 'documents' ? (item as Item<'documents'>).entry.record.originalLanguage : null;
    if (language) add('language', languages.of(language) ?? language);
    return Object.fromEntries(Object.entries(found).map(([facet, values]) => [facet, [...values].sort()]));
  }
}

function yearsOf(date: string): string[] {
  const { earliest, latest } = parseDate(date);
  const first = Number((earliest ?? latest ?? '').slice(0, 4));
  const last = Number((latest ?? earliest ?? '').slice(0, 4));
  if (!first || last - first >= MOST_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
