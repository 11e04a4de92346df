import type { Family } from './family.ts';
import type { CommissionReference } from './types.ts';
import { yearOf } from './year.ts';

/** `COM(2018) 549 final`, `COM (2017) 417 final/2`, `SEC(96) 12`, `KOM(2007) 466 endgültig`, and `COM/2018/0549 final` of EUR-Lex. */
const PRINTED =
  /(?<![A-Za-z0-9/_=:])(COM|SWD|JOIN|SEC|KOM|SEK) ?(?:[([] ?(\d{4}|\d{2}) ?[)\]]|\/(\d{4})\/) ?(?:No ?)?(\d{1,5})(?!\d)(?:[ ,]{0,2}(?:final|définitif|endgültig|definitivo|definitief|slutlig|τελικό)(?:\/(\d{1,2})(?!\d))?)?(?![\p{L}\d])/giu;

/** The names that German, Swedish and Danish had until 2012. */
const SERIES: Readonly<Record<string, CommissionReference['series']>> = {
  COM: 'COM',
  KOM: 'COM',
  SWD: 'SWD',
  JOIN: 'JOIN',
  SEC: 'SEC',
  SEK: 'SEC',
};

export const commission: Family<CommissionReference> = {
  sign: /(?<=\p{L} ?)[([/] ?\d\d/u,

  find(text) {
    return [...text.matchAll(PRINTED)].flatMap((match) => {
      const [whole, name = '', bracketed, slashed, number, version] = match;
      const series = SERIES[name.toUpperCase()];
      const year = yearOf(bracketed ?? slashed ?? '');
      if (series === undefined || year === null || Number(number) === 0) return [];
      const reference: CommissionReference = {
        kind: 'commission',
        series,
        year,
        number: Number(number),
        ...(Number(version ?? 1) > 1 ? { version: Number(version) } : {}),
      };
      return [{ reference, start: match.index, end: match.index + whole.length }];
    });
  },

  /** Always `final`, as the archive cites no drafts and print often leaves it out. */
  key: ({ series, year, number, version }) =>
    `${series}(${year}) ${number} final${version === undefined ? '' : `/${version}`}`,

  printed: (reference) => commission.key(reference),

  slug: ({ series, year, number, version }) =>
    [series.toLowerCase(), year, number, 'final', ...(version === undefined ? [] : [version])].join('-'),

  // The address of a later version (`final/2`) has another shape, which nobody has checked.
  link: ({ series, year, number, version }) =>
    version === undefined
      ? {
          url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=${series}:${year}:${number}:FIN`,
          exactness: 'exact',
        }
      : null,
};
