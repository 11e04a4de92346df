import type { EntryRow } from './entry.ts';

/** Digits that the numbers of one file begin with. */
export const PREFIX = 2;

/** Entries with a number, by its digits: `1394422` for 13944/22, `73` for Action 7.3. */
export type Numbers = readonly (readonly [digits: string, row: NumberRow])[];
export type NumberRow = Pick<EntryRow, 'address' | 'kind' | 'label' | 'title'>;

export const digitsOf = (text: string) => text.replace(/\D/g, '');
