import { describe, expect, it } from 'vitest';
import { isFurniture, withoutInlineFurniture } from './furniture.ts';

describe('page furniture', () => {
  it.each([
    '6120/20 KB/sbr S JAI.1 **LIMITE EN**',
    '6120/1/20 REV 1 EB, FR/dk 1',
    '6120/20 AB/cd 2 JAI.1 LIMITE EN 6120/20 AB/cd 3 JAI.1 LIMITE EN',
    'DG H 2C LIMITE EN',
    'DGD 1C LIMITE EN',
    '5952/08 pau/yen/lm 1 JUR NL',
    'ANNEX JAI.1 LIMITE EN',
    'LIMITE',
    'Page 3 of 12',
    '- 4 -',
    '6120/20',
  ])('is told: %s', (line) => {
    expect(isFurniture(line, '6120/20')).toBe(true);
  });

  it.each([
    'ANNEX',
    'FR',
    '7700/20',
    '1. Oars',
    'DG TAXUD will report',
    'See 6120/20 and 7700/20',
    'LIMITE documents are not public',
    'COSI',
  ])('is not taken for it: %s', (line) => {
    expect(isFurniture(line, '6120/20')).toBe(false);
  });

  it.each([
    ['It ends here. 6120/20 AB/cd 1 DG D 2C LIMITE E', 'It ends here.'],
    ['It ends here. 6120/1/20 REV 1 EB, FR/dk 1', 'It ends here.'],
    ['It ends DS 6120/20 MM/sl 1 DG D 2C LIMITE EN and goes on', 'It ends and goes on'],
    ['See 6120/20 and/or 7700/20 for DE', 'See 6120/20 and/or 7700/20 for DE'],
  ])('goes out of a line', (line, rest) => {
    expect(withoutInlineFurniture(line)).toBe(rest);
  });
});
