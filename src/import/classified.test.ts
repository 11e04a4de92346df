import { describe, expect, it } from 'vitest';
import { importDocument } from './document.ts';

const page = (above: string, body: string, number = '6120/20') =>
  new TextEncoder().encode(
    `Brussels, 3 March 2020\n\n${number}\n\n${above}\n\nENFOCUSTOM 3\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nSubject:\tSecret oars\n\n${body}\n`,
  );

describe('a document that bears a classification', () => {
  it.each([
    'RESTREINT UE/EU RESTRICTED',
    'RESTREINT UE',
    'EU RESTRICTED',
    'R E S T R E I N T  U E',
    'RESTRElNT UE',
    'RESTREI T UE',
    'CONFIDENTIEL UE/EU CONFIDENTIAL',
    'SECRET UE/EU SECRET',
    'TRÈS SECRET UE/EU TOP SECRET',
    'TRES SECRET UE',
    'LIMITE\n\nRESTREINT UE',
    'Restreint UE/EU Restricted',
    'RESTREINT\nUE',
    'RESTREINT\n\nUE',
    'RESTREINTUE',
    'RESTREINT_UE',
    'R-UE/EU-R',
    'RESTREINT',
    'CONFIDENTIEL',
    'SECRET',
  ])('is refused for %s above the labels, and nothing of it is said', (marking) => {
    const outcome = importDocument('a.txt', page(marking, 'Action 7.3 and 7700/20 are secret.'));
    expect(outcome.kind).toBe('classified');
    expect(outcome.facts).toMatchObject({
      refused: true,
      subject: null,
      references: [],
      actions: [],
      id: 'ST-6120-2020-INIT',
    });
    expect(JSON.stringify(outcome)).not.toMatch(/oars|7700|7\.3/);
  });

  it.each([
    'Text.\n\nRESTREINT UE\n\nMore text.',
    'Text.\n\n6120/20 AB/cd 2 JAI.1 RESTREINT UE/EU RESTRICTED EN\n\nMore.',
    'A long line of running text that ends in the footer of its page 6120/20 AB/cd 1 DG C II RESTREINT UE EN',
    'Text.\n\n**CONFIDENTIEL UE**\n',
    'Text.\n\nConfidentiel UE\n',
    'Text.\n\nSECRET\nUE\n\nText.',
  ])('is refused for a marking in its pages', (body) => {
    expect(importDocument('a.txt', page('LIMITE', body)).kind).toBe('classified');
  });

  it('is refused where a whole page stands on one line', () => {
    const text =
      'RESTREINT UE COUNCIL OF THE EUROPEAN UNION Brussels, 2 July 2007 (OR. en) 6432/07 RESTREINT UE RECH 203 COVER NOTE from: A to: B Subject: Oars Delegations will find them.';
    expect(importDocument('a.txt', new TextEncoder().encode(text)).kind).toBe('classified');
  });

  it.each([
    'In order to avoid overlap, DS 1444/20 RESTREINT UE should be read by all delegates as well.',
    'The rules on the handling of RESTREINT UE/EU RESTRICTED information apply to all members of the group.',
    'Delegations were reminded that what is marked RESTREINT\nUE may not be sent by ordinary mail to anyone.',
    'Nobody kept it secret.\n\nSecret\n\nRestricted goods in the EU',
  ])('is not one that mentions a marking in a sentence', (body) => {
    expect(importDocument('a.txt', page('LIMITE', body)).kind).toBe('document');
  });

  it('is not one whose previous document was classified', () => {
    const cites = (line: string) =>
      new TextEncoder().encode(
        new TextDecoder().decode(page('LIMITE', 'Oars are long.')).replace('Subject:', `${line}\nSubject:`),
      );
    expect(importDocument('a.txt', cites('No. prev. doc.: 5311/1/20 REV 1 RESTREINT UE')).facts).toMatchObject({
      refused: false,
      previous: ['ST-5311-2020-REV-1'],
    });
    expect(importDocument('a.txt', cites('No. prev. doc.: 5311/20\nRESTREINT UE')).kind).toBe('classified');
  });

  it('is named with both halves of its marking', () => {
    const outcome = importDocument('a.txt', page('SECRET UE / EU SECRET', 'Oars.'));
    expect(outcome.facts.marking).toBe('SECRET UE / EU SECRET');
  });
});

describe('a declassification', () => {
  const cover = (status: string) =>
    new TextEncoder().encode(
      `Brussels, 7 September 2017\n(OR. en)\n\n6432/07 DCL 1\n\nRECH 203\n\nDECLASSIFICATION\n\nof document: 6432/07 RESTREINT UE\ndated: 2 July 2007\nnew status: ${status}\nSubject: Oars\n\nDelegations will find attached the oars.\n\nRESTREINT UE\n\nThe oars are made of ash.\n`,
    );
  it('is taken in, though it quotes the old marking', () => {
    const outcome = importDocument('a.txt', cover('Public'));
    expect(outcome.facts).toMatchObject({
      id: 'ST-6432-2007-DCL-1',
      access: { status: 'declassified', date: null },
      refused: false,
    });
    expect(outcome.facts.warnings.join()).toMatch(/old marking/);
    expect(outcome.kind === 'document' && outcome.markdown).not.toMatch(/RESTREINT/);
  });
  it('that only lowers the classification is refused', () => {
    expect(importDocument('a.txt', cover('RESTREINT UE')).kind).toBe('classified');
  });
});
