import { act } from './act.ts';
import type { Family } from './family.ts';
import { issueLink } from './journal.ts';
import type { JournalActReference } from './types.ts';
import { twoDigits, yearOf } from './year.ts';

/** `2012/C 5/01`, `97/C 193/03`, `2000/C 121 E/01`. */
const PRINTED = /(?<![\p{L}\d/.-])(\d{4}|\d{2})\/([CL]) ?(\d{1,4})(?: ?([A-Z]))?\/(\d{1,3})(?![\p{L}\d/])/gu;

/**
 * The CELEX numbers of resolutions, which follow no rule: looked up by hand, each in EUR-Lex.
 * An act that is not listed leads to its issue of the Official Journal.
 */
const CELEX: Readonly<Record<string, string>> = {
  '96/C 375/01': '31996G1212',
  '97/C 193/03': '31997Y0624(03)',
  '2001/C 171/01': '32001G0615(01)',
  '2003/C 247/01': '32003G1015(01)',
  '2009/C 260/01': '32009G1030(01)',
  '2012/C 5/01': '32012G0107(01)',
  '2023/C 217/01': '32023G0620(01)',
};

export const journalAct: Family<JournalActReference> = {
  sign: /\d\/[CL] ?\d/,

  find(text) {
    return [...text.matchAll(PRINTED)].flatMap((match) => {
      const [whole, yearDigits = '', series, issue, section, number] = match;
      const year = yearOf(yearDigits);
      if (year === null || Number(issue) === 0) return [];
      const reference: JournalActReference = {
        kind: 'journal-act',
        series: series === 'C' ? 'C' : 'L',
        year,
        issue: Number(issue),
        ...(section === undefined ? {} : { section }),
        number: Number(number),
      };
      return [{ reference, start: match.index, end: match.index + whole.length }];
    });
  },

  /** As the Official Journal prints it: with two digits of the year until 1998. */
  key: ({ series, year, issue, section, number }) =>
    `${year < 1999 ? twoDigits(year) : year}/${series} ${issue}${section ? ` ${section}` : ''}/${pad(number)}`,

  printed: (reference) => journalAct.key(reference),

  slug: ({ series, year, issue, section, number }) =>
    `${year}-${series}-${issue}${section ?? ''}-${pad(number)}`.toLowerCase(),

  link(reference) {
    const celex = CELEX[journalAct.key(reference)];
    if (celex !== undefined) return act.link({ kind: 'celex', celex });
    return reference.section === undefined ? issueLink(reference.series, reference.year, reference.issue) : null;
  },
};

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
