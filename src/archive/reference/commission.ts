import type { Family } from './family.ts';
import type { CommissionReference } from './types.ts';
import { yearOf } from './year.ts';

/** `COM(2018) 549 final`, `COM (2017) 417 final/2`, `SEC(96) 12`, and `COM/2018/0549 final` of EUR-Lex. */
const PRINTED =
  /(?<![A-Za-z0-9/_=:])(COM|SWD|JOIN|SEC) ?(?:[([] ?(\d{4}|\d{2}) ?[)\]]|\/(\d{4})\/) ?(?:No ?)?(\d{1,5})(?!\d)(?:[ ,]{0,2}(?:final|définitif|endgültig|definitivo|definitief)(?:\/(\d{1,2})(?!\d))?)?(?![\p{L}\d])/giu;

export const commission: Family<CommissionReference> = {
  find(text) {
    return [...text.matchAll(PRINTED)].flatMap((match) => {
      const [whole, series = '', bracketed, slashed, number, version] = match;
      const year = yearOf(bracketed ?? slashed ?? '');
      if (year === null || Number(number) === 0) return [];
      const reference: CommissionReference = {
        kind: 'commission',
        series: series.toUpperCase() as CommissionReference['series'],
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
