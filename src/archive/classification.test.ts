import { describe, expect, it } from 'vitest';
import { classificationIn, markedLines, markingOf } from './classification.ts';

describe('EU classification', () => {
  it.each([
    ['RESTREINT UE', 'RESTREINT UE/EU RESTRICTED'],
    ['  **RESTREINT UE/EU RESTRICTED** ', 'RESTREINT UE/EU RESTRICTED'],
    ['# CONFIDENTIEL UE — 4321/09', 'CONFIDENTIEL UE/EU CONFIDENTIAL'],
    ['R E S T R E I N T   U E', 'RESTREINT UE/EU RESTRICTED'],
    ['RESTREINT\u00a0UE', 'RESTREINT UE/EU RESTRICTED'],
    ['RES\u200bTREINT UE', 'RESTREINT UE/EU RESTRICTED'],
    ['| EU SECRET |', 'SECRET UE/EU SECRET'],
    ['TRE\u0300S SECRET UE', 'TRÈS SECRET UE/EU TOP SECRET'],
    ['(R-UE/EU-R)', 'RESTREINT UE/EU RESTRICTED'],
    ['EU CONFIDENTIAL 1234/22', 'CONFIDENTIEL UE/EU CONFIDENTIAL'],
  ])('reads the marking %j', (line, level) => expect(markingOf(line)).toBe(level));

  it.each(['LIMITE', 'EN', 'Documents marked RESTREINT UE are not held here.', 'EU SECRETARIAT'])(
    'reads none in %j',
    (line) => expect(markingOf(line)).toBeNull(),
  );

  it('excepts the marking that a declassified document quotes, and no other', () => {
    const text = 'Cover\n\nRESTREINT UE\n\nSECRET UE';
    expect(markedLines(text, undefined).map(({ line }) => line)).toEqual([3, 5]);
    expect(markedLines(text, 'RESTREINT UE').map(({ line }) => line)).toEqual([5]);
  });

  it('reads a marking set on two lines', () => {
    expect(markedLines('RESTREINT\nUE\n\nText', undefined)).toEqual([{ line: 1, level: 'RESTREINT UE/EU RESTRICTED' }]);
  });

  it('names the highest level', () =>
    expect(classificationIn('EU SECRET and RESTREINT UE')).toBe('SECRET UE/EU SECRET'));

  it.each(['A', ' ', '\u0300', '/', '\0'])('ends on a long line of %j', (sign) => {
    expect(markedLines(sign.repeat(1_000_000), undefined)).toEqual([]);
  });
});
