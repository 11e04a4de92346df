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
    'Nobody kept it secret.\n\nSecrets\n\nRestricted goods in the EU',
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

/** Forms of the table of equivalents in the appendix of Decision 2013/488/EU, of agencies, and older ones. */
const FORMS = [
  'RESTREINT UE/EU RESTRICTED',
  'TRÈS SECRET UE/EU TOP SECRET',
  'EU TOP SECRET',
  'UE RESTREINT',
  'CONFIDENTIAL UE',
  'RESTREINT U.E.',
  'RESTREINT EUROPOL',
  'EUROPOL RESTRICTED',
  'Europol Confidential',
  'EUROJUST RESTRICTED',
  'EURA RESTRICTED',
  'EURATOM SECRET',
  'NATO RESTRICTED',
  'NATO CONFIDENTIAL',
  'OTAN SECRET',
  'COSMIC TOP SECRET',
  'WEU CONFIDENTIAL',
  'FOCAL TOP SECRET',
  'RESTREINT',
  'CONFIDENTIEL',
  'RESTRICTED',
  'Restricted',
  'TOP SECRET',
  'SECRET',
  'R-UE',
  'EU-R',
  'C-UE/EU-C',
  '(R-UE/EU-R)',
  'R E S T R E I N T  U E',
  'R.E.S.T.R.E.I.N.T. U.E.',
  'restreint ue',
  'Restreint UE',
  '** RESTREINT UE **',
  '- RESTREINT UE -',
  '[RESTREINT UE]',
  'RESTREINT\nUE',
  'REST-\nREINT UE',
  'VS-NUR FÜR DEN\nDIENSTGEBRAUCH',
  'R\nE\nS\nT\nR\nE\nI\nN\nT',
  'RESTREINT DE',
  'RESTREINT LIE',
  'RESTREINT UB',
  'RE5TREINT UE',
  'RESTRFINT UE',
  'CONF1DENTIEL UE',
  'RESTRElNT UE',
  'NAT0 RESTRICTED',
  'EU RESTRlCTED',
  'RESTREI T UE',
  'RЕSТRЕINТ UE',
  'RESTRЕINT UЕ',
  'ＲＥＳＴＲＥＩＮＴ ＵＥ',
  'RESTREINT UE 12',
  'Page 3 of 9 RESTREINT UE',
  'RESTREINT UE/EU RESTRICTED RELEASABLE TO NATO',
  'TRÈS SECRET',
  'GEHEIM',
  'ZEER GEHEIM',
  'Vertrouwelijk',
  'BEPERKTE VERSPREIDING',
  'DIFFUSION RESTREINTE',
  'СТРОГО СЕКРЕТНО',
  'Поверително',
  'За служебно ползване',
  'PŘÍSNĚ TAJNÉ',
  'Vyhrazené',
  'TIL TJENESTEBRUG',
  'FORTROLIGT',
  'BEGRÆNSET',
  'STRENG GEHEIM',
  'VS - VERTRAULICH',
  'VS — NUR FÜR DEN DIENSTGEBRAUCH',
  'VS-NfD',
  'Piiratud',
  'Täiesti salajane',
  'ΠΕΡΙΟΡΙΣΜΕΝΗΣ ΧΡΗΣΗΣ',
  'Άκρως Απόρρητο',
  'RESERVADO',
  'DIFUSIÓN LIMITADA',
  'CONFIDENTIEL DÉFENSE',
  'OGRANIČENO',
  'RISERVATO',
  'Riservatissimo',
  'Dienesta vajadzībām',
  'Riboto naudojimo',
  'RESTREINT LUX',
  'Korlátozott terjesztésű!',
  'Titkos!',
  'Ristrett',
  'Stg. CONFIDENTIEEL',
  'Dep. VERTROUWELIJK',
  'EINGESCHRÄNKT',
  'ZASTRZEŻONE',
  'Poufne',
  'Secret de serviciu',
  'INTERNO',
  'Zaupno',
  'Dôverné',
  'KÄYTTÖ RAJOITETTU',
  'BEGRÄNSAD TILLGÅNG',
  'HEMLIG/RESTRICTED',
  'KVALIFICERAT HEMLIG',
  'UK RESTRICTED',
];
const PLACES: readonly (readonly [string, (form: string) => string])[] = [
  ['on a line of a page', (form) => `The oars are long.\n\n${form}\n\nThey are heavy.`],
  ['between lines of a page', (form) => `The oars are long.\n${form}\nThey are heavy.`],
  ['at the end', (form) => `The oars are long.\n\n${form}`],
];

describe('each form of a marking', () => {
  it.each(PLACES.flatMap(([place, put]) => FORMS.map((form) => [form, place, put] as const)))(
    '%j %s is refused',
    (form, _place, put) => {
      expect(importDocument('a.txt', page('LIMITE', put(form))).kind).toBe('classified');
    },
  );
  it.each(FORMS)('%j above the labels is refused', (form) => {
    expect(importDocument('a.txt', page(form, 'The oars are long.')).kind).toBe('classified');
  });

  it.each([
    'The oars are long.\n\n(R-UE/EU-R) They are also heavy, and nobody likes to carry them far.',
    'The oars are long and heavy, and nobody likes to carry them. (R-UE/EU-R)',
    '1. (EU-R) The oars are long and heavy, and nobody likes to carry them.',
    'The oars are long and heavy and so are the rowlocks. RESTREINT UE The boats are small and old.',
    'The oars are long and heavy and so are the Page 3 of 9 RESTREINT UE',
    '| Oars | RESTREINT UE |\n| --- | --- |\n| 1 | 2 |',
    'Oars\tRestreint UE\nRowlocks\t2',
    '(EU RESTRICTED) The oars are long and heavy and nobody likes them.',
    'This page is RESTREINT UE',
    'Security classification: RESTRICTED',
    '||SECRET||',
    'ʀᴇꜱᴛʀᴇɪɴᴛ ᴜᴇ',
    'STRICTLY CONFIDENTIAL',
  ])('is refused inside other text: %j', (body) => {
    expect(importDocument('a.txt', page('LIMITE', body)).kind).toBe('classified');
  });

  it('is refused at the end of the subject', () => {
    const text = new TextDecoder()
      .decode(page('LIMITE', 'The oars are long.'))
      .replace('Secret oars', 'Long oars for the boats of the port (RESTREINT UE)');
    expect(importDocument('a.txt', new TextEncoder().encode(text)).kind).toBe('classified');
  });

  it('is named with its place', () => {
    const { facts } = importDocument('a.txt', page('LIMITE', 'The oars are long.\n\nRESTREINT UE\n'));
    expect(facts.warnings.join()).toMatch(/RESTREINT UE \(line 17\)/);
  });
});

describe('what only speaks of a classification', () => {
  it.each([
    'Confidentiality',
    'SECRETARIAT',
    'General Secretariat',
    'Secretary',
    'Restrictions',
    'RESTRICTED GOODS',
    'Top secret documents were found in a boat.',
    'Documents classified RESTREINT UE/EU RESTRICTED are kept in a safe.',
    'HANDLING OF RESTREINT UE/EU RESTRICTED INFORMATION',
    'EXCHANGE OF EU SECRET DOCUMENTS',
    'Handling of CONFIDENTIEL UE/EU CONFIDENTIAL documents',
    'The system is accredited up to SECRET UE/EU SECRET.',
    'Information (RESTREINT UE/EU RESTRICTED) is sent by courier only.',
    'RESTREINT UE/EU RESTRICTED: information of which the loss would be a disadvantage.',
    'It is kept\nconfidential.',
    'all of which was to be kept strictly\nsecret. Nobody spoke.',
    'The levels are:\n- RESTREINT UE/EU RESTRICTED;\n- CONFIDENTIEL UE/EU CONFIDENTIAL;',
    'a document that is marked as\nRESTREINT UE.',
    'Europol Unclassified - Basic Protection Level',
    'NATO UNCLASSIFIED',
    'LIMITE',
    'INTERNAL',
    'Mercado interno',
    'The EU Secretariat and the NATO Secretary General met.',
    'Interested parties',
    'Serious and organised crime',
    'see documents 5311/20 R-UE/EU-R and 5312/20 of the Council',
    'The abbreviation R-UE/EU-R stands for the lowest level.',
    'An internal note of the UK Secretariat',
    'Secret Service',
    'Confidential hotline',
    'Restricted access',
    'geheime Absprachen',
    'Data\nConfidentiality and integrity',
    'Marché intérieur',
    'Reserved',
    'Titkosszolgálat',
    'Downgrading: RESTREINT UE information',
    'See document 5311/20 RESTREINT UE.',
    'The EU Confidential Helpline',
    'EU RESTRICTIVE MEASURES',
    '5311/20 RESTREINT UE was discussed at the last meeting by all delegations.',
    'Annex to the report',
    'Tale',
  ])('is imported: %j', (body) => {
    expect(importDocument('a.txt', page('LIMITE', `The oars are long.\n\n${body}\n\nThey are heavy.`)).kind).toBe(
      'document',
    );
  });
});
