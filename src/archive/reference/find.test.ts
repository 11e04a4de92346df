import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findReferences, keyOf, parseReference } from './index.ts';

const keysIn = (text: string) => findReferences(text).map(({ reference }) => keyOf(reference));

/** Each spelling alone, and the one reference it is. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  // Council documents
  ['13944/22', 'ST-13944-2022-INIT'],
  ['13944/22 LIMITE', 'ST-13944-2022-INIT'],
  ['ST 13944/22', 'ST-13944-2022-INIT'],
  ['ST\u00a013944/22', 'ST-13944-2022-INIT'],
  ['ST 13944 2022 INIT', 'ST-13944-2022-INIT'],
  ['ST-13944-2022-INIT', 'ST-13944-2022-INIT'],
  ['ST-13944-2022', 'ST-13944-2022-INIT'],
  ['st13944.en22', 'ST-13944-2022-INIT'],
  ['st13944.en22.pdf', 'ST-13944-2022-INIT'],
  ['st13944/22', 'ST-13944-2022-INIT'],
  ['**13944/22**', 'ST-13944-2022-INIT'],
  ['ST 13944⁄22', 'ST-13944-2022-INIT'],
  ['st05236-dcl01.en12', 'ST-5236-2012-DCL-1'],
  ['st13398-re01.en12.pdf', 'ST-13398-2012-REV-1'],
  ['st_12004_2007_init_en.pdf', 'ST-12004-2007-INIT'],
  ['13708/2/18 REV 2', 'ST-13708-2018-REV-2'],
  ['13708/2/18\nREV 2', 'ST-13708-2018-REV-2'],
  ['13708/2/18 REV2', 'ST-13708-2018-REV-2'],
  ['13708/2/18 Rev. 2', 'ST-13708-2018-REV-2'],
  ['9396/1/15', 'ST-9396-2015-REV-1'],
  ['9710/1/97 REV 1', 'ST-9710-1997-REV-1'],
  ['6855/1/2022', 'ST-6855-2022-REV-1'],
  ['10241/2019', 'ST-10241-2019-INIT'],
  ['11415/16 ADD 1', 'ST-11415-2016-ADD-1'],
  ['11415/16 ADD 1 COR 1', 'ST-11415-2016-ADD-1-COR-1'],
  ['8490/1/12 REV 1 ADD 1 REV 1 COR 2', 'ST-8490-2012-REV-1-ADD-1-REV-1-COR-2'],
  ['12345/1/13 ADD 1', 'ST-12345-2013-REV-1-ADD-1'],
  ['5236/12 EXT 1', 'ST-5236-2012-EXT-1'],
  ['5236/12 DCL 1', 'ST-5236-2012-DCL-1'],
  ['12345/94 ENFOPOL 161 REV 1', 'ST-12345-1994-REV-1'],
  ['DS 1321/15 RESTREINT UE', 'DS-1321-2015-INIT'],
  ['CM 3120/1/15 REV 1', 'CM-3120-2015-REV-1'],
  ['SN 4944/2/01 REV 2', 'SN-4944-2001-REV-2'],
  ['PE-CONS 3645/08', 'PE-CONS-3645-2008-INIT'],
  ['PE-CONS 37/1/14 REV 1', 'PE-CONS-37-2014-REV-1'],
  ['PE-CO S 12/11', 'PE-CONS-12-2011-INIT'],
  ['PE-\nCONS 23/19', 'PE-CONS-23-2019-INIT'],
  ['EUCO 169/1/14 REV 1', 'EUCO-169-2014-REV-1'],
  ['WK 5717/2019 INIT', 'WK-5717-2019-INIT'],
  ['XT 21005/18 ADD 1', 'XT-21005-2018-ADD-1'],
  // Documents of the Commission
  ['COM(2018) 549 final', 'COM(2018) 549 final'],
  ['COM (2017) 417 final', 'COM(2017) 417 final'],
  ['COM(2018)549', 'COM(2018) 549 final'],
  ['COM(96) 123 final', 'COM(1996) 123 final'],
  ['COM/2018/0549 final', 'COM(2018) 549 final'],
  ['SWD(2016) 242 final', 'SWD(2016) 242 final'],
  ['JOIN(2020) 18 final', 'JOIN(2020) 18 final'],
  ['SEC(2010) 1234 final/2', 'SEC(2010) 1234 final/2'],
  ['KOM(2007) 466 endgültig', 'COM(2007) 466 final'],
  ['SEK(2007) 839 slutlig', 'SEC(2007) 839 final'],
  // Official Journal
  ['OJ C 5, 7.1.2012, p. 1', 'OJ C 5, 7.1.2012, p. 1'],
  ['OJ No C 319,\n26.10.1996, p. 1', 'OJ C 319, 26.10.1996, p. 1'],
  ['OJ C 217 of 20.6.2023', 'OJ C 217, 20.6.2023'],
  ['OJ C 5, 07.01.2012, p.1', 'OJ C 5, 7.1.2012, p. 1'],
  ['Official Journal C 193 , 24/06/1997 P. 0004', 'OJ C 193, 24.6.1997, p. 4'],
  ['OJ L 119, 4 May 2016, p. 1–88', 'OJ L 119, 4.5.2016, p. 1'],
  ['OJ C 326/391, 26.10.2012', 'OJ C 326, 26.10.2012, p. 391'],
  ['OJ 2012 C 5, p. 1', 'OJ C 5, 2012, p. 1'],
  ['OJ C 189, 1998', 'OJ C 189, 1998'],
  ['OJ C 377 E, 7.12.2013, p. 5', 'OJ C 377 E, 7.12.2013, p. 5'],
  ['JO C 5 du 7.1.2012, p. 1', 'OJ C 5, 7.1.2012, p. 1'],
  ['ABl. L 119 vom 4.5.2016, S. 1', 'OJ L 119, 4.5.2016, p. 1'],
  ['OJ L, 2023/2131, 11.10.2023', 'OJ L, 2023/2131, 11.10.2023'],
  ['OJ C, C/2023/724, 1.11.2023', 'OJ C, C/2023/724, 1.11.2023'],
  ['2012/C 5/01', '2012/C 5/01'],
  ['(97/C 193/03)', '97/C 193/03'],
  ['1997/C 193/03', '97/C 193/03'],
  // Acts
  ['Decision 210/97/EC', 'CELEX:31997D0210'],
  ['Decision No 210/97/EC', 'CELEX:31997D0210'],
  ['Decision No 70/2008/EC', 'CELEX:32008D0070'],
  ['Council Decision 2013/488/EU', 'CELEX:32013D0488'],
  ['Council Decision 2009/917/JHA', 'CELEX:32009D0917'],
  ['Decision (EU) 2015/444', 'CELEX:32015D0444'],
  ['Council Decision 96/749/JHA', 'CELEX:31996D0749'],
  ['Regulation (EC) No 1049/2001', 'CELEX:32001R1049'],
  ['Regulation (EC) 515/97', 'CELEX:31997R0515'],
  ['Regulation (EEC) No 4151/88', 'CELEX:31988R4151'],
  ['Regulation EEC 1468/81', 'CELEX:31981R1468'],
  ['Regulation (EC, Euratom) No 2988/95', 'CELEX:31995R2988'],
  ['Regulation (EC) No 2007/2004', 'CELEX:32004R2007'],
  ['Regulation (EU) No 952/2013', 'CELEX:32013R0952'],
  ['Regulation (EU) 2016/679', 'CELEX:32016R0679'],
  ['Regulation (EU) 2016/2031', 'CELEX:32016R2031'],
  ['Regulation (EU) No 2016/2031', 'CELEX:32016R2031'],
  ['Commission Implementing Regulation (EU) 2015/2447', 'CELEX:32015R2447'],
  ['règlement (CE) n° 1049/2001', 'CELEX:32001R1049'],
  ['Regulation (EU) n 1052/2013', 'CELEX:32013R1052'],
  ['Verordnung (EWG) Nr. 2454/93', 'CELEX:31993R2454'],
  ['Verordening (EEG, Euratom) nr. 1553/89', 'CELEX:31989R1553'],
  ['förordning (EG) nr 515/97', 'CELEX:31997R0515'],
  ['κανονισμού (ΕΟΚ, Ευρατόμ) αριθ. 1553/89', 'CELEX:31989R1553'],
  ['Richtlinie 95/46/EG', 'CELEX:31995L0046'],
  ['Rahmenbeschluss 2006/960/JI', 'CELEX:32006F0960'],
  ['rambeslut 2006/960/RIF', 'CELEX:32006F0960'],
  ['απόφαση-πλαίσιο 2006/960/ΔΕΥ', 'CELEX:32006F0960'],
  ['Besluit 2009/917/JBZ', 'CELEX:32009D0917'],
  ['2002/187/JBZ', 'CELEX:32002D0187'],
  ['Directive 95/46/EC', 'CELEX:31995L0046'],
  ['Directive (EU) 2016/680', 'CELEX:32016L0680'],
  ['Framework Decision 2006/960/JHA', 'CELEX:32006F0960'],
  ['2002/187/JHA', 'CELEX:32002D0187'],
  ['2002/584/JHA', 'CELEX:32002F0584'],
  ['96/698/JHA', 'CELEX:31996F0698'],
  ['Joint Action 97/372/JHA', 'CELEX:31997F0372'],
  ['Common Position 2001/931/CFSP', 'CELEX:32001E0931'],
  ['CELEX:32012G0107(01)', 'CELEX:32012G0107(01)'],
  ['32012G0107(01)', 'CELEX:32012G0107(01)'],
  ['51998XG0617', 'CELEX:51998XG0617'],
  // Actions and plans
  ['Action 11.8', 'action 11.8'],
  ['action No 7.3', 'action 7.3'],
  ['action 1997.22', 'action 1997.22'],
  ['Seventh Action Plan', 'plan 7'],
  ['7th Action Plan', 'plan 7'],
  ['8th AP', 'plan 8'],
  ['11th Action Plan', 'plan 11'],
  ['11<sup>th</sup> Action Plan', 'plan 11'],
  ['11 th Action Plan', 'plan 11'],
  ['Eleventh LEWP-C Action Plan', 'plan 11'],
  ["7e plan d'action", 'plan 7'],
  ['7. Aktionsplan', 'plan 7'],
];

/** Spellings that only a text of its own may have: a reader types them, or a page's header holds nothing else. */
const ALONE: readonly (readonly [string, string])[] = [
  ['cm 3120/15', 'CM-3120-2015-INIT'],
  ['9319-19', 'ST-9319-2019-INIT'],
  ['2013/14', 'ST-2013-2014-INIT'],
  ['doc. 9710/97 ENFOCUSTOM 45', 'ST-9710-1997-INIT'],
  ['com(2018) 549 FINAL', 'COM(2018) 549 final'],
  ['oj c 5, 7.1.2012, p. 1', 'OJ C 5, 7.1.2012, p. 1'],
  ['plan 7', 'plan 7'],
  ['seventh action plan', 'plan 7'],
];

const NOTHING: readonly string[] = [
  ...[
    '16.12.2022',
    '24/7',
    '2014/2015',
    '2013/14',
    '2014/20',
    '2010/64',
    '2013/0256(COD)',
    '21/c/01/11',
    '1049/2001',
    '12345 / 22',
  ],
  ...['1049/20012', '100/200', '3/4', '2022-11-03', '2022/11/03', '1920/1080', '06855/22', '12345/678'],
  'https://data.consilium.europa.eu/doc/document/ST-13944-2022-INIT/en/pdf',
  '[text](/documents/13944/22)',
  'www.example.org/13944/22',
  'a13944/22@example.org',
  'tel. 12345/67',
  '+32 2 281 13944/22',
  'EUR 13944/22',
  '13944/22 %',
  '1.13944/22',
  'Law 3340/05',
  'Case C-1234/22',
  '(EC) No 1234/08',
  '(EWG, Euratom) Nr. 1553/89',
  'CONV 1459/02',
  'ISO 27001/2013',
  'application no. 12345/02',
  'E-7025/2011',
  'Common Position (EC) No 38/1999',
  '7.3',
  '1997.22',
  'Operational Action 2.2',
  'operational actions 2.2 and 2.3',
  'OA 2.2',
  'action 2.2 of the OAP',
  'section 11.4',
  'point 3.1',
  'agenda item 4.2',
  'transaction 7.3',
  'action 7.3.2022',
  'action 7.3 %',
  '12. Action Plan',
  'EU Action Plan',
  'Action Plan 2022-2023',
  '8th Operational Action Plan',
  'the second action plan',
  'OJ C 5, 31.2.2012, p. 1',
  'OJ C 5',
];

describe('findReferences', () => {
  it.each(SPELLINGS)('finds %j', (text, key) => {
    const found = findReferences(`In (${text}), too`);
    expect(found.map(({ reference }) => keyOf(reference))).toEqual([key]);
    for (const { start, end, text: stretch } of found) expect(`In (${text}), too`.slice(start, end)).toBe(stretch);
  });

  it.each(NOTHING)('finds nothing in %j', (text) => {
    expect(keysIn(text)).toEqual([]);
    expect(keysIn(`see ${text} there`)).toEqual([]);
  });

  it('reads a tail as a document of the same number', () => {
    expect(findReferences('(11415/16 + ADD 1)').map(({ text }) => text)).toEqual(['11415/16', 'ADD 1']);
    expect(keysIn('11415/16 + ADD 1')).toEqual(['ST-11415-2016-INIT', 'ST-11415-2016-ADD-1']);
    expect(findReferences('(12644/14 ADD 1-3)').map(({ text }) => text)).toEqual(['12644/14 ADD 1', '3']);
    expect(keysIn('12644/14 ADD 1-3 and others')).toEqual(['ST-12644-2014-ADD-1', 'ST-12644-2014-ADD-3']);
    expect(keysIn('12644/14 + ADD 1 to 3 + COR 1')).toEqual([
      'ST-12644-2014-INIT',
      'ST-12644-2014-ADD-1',
      'ST-12644-2014-ADD-3',
      'ST-12644-2014-COR-1',
    ]);
    expect(keysIn('12644/14 REV 1 ADD 2 to ADD 4')).toEqual(['ST-12644-2014-REV-1-ADD-2', 'ST-12644-2014-REV-1-ADD-4']);
    expect(keysIn('12644/14 ADD 1 to 3 June 2015')).toEqual(['ST-12644-2014-ADD-1']);
    expect(keysIn('12644/14 ADD 3 to 1, 12645/14 ADD 1 to COR 2')).toEqual([
      'ST-12644-2014-ADD-3',
      'ST-12645-2014-ADD-1',
    ]);
    expect(keysIn('7705/2/18 REV 2 + ADD 1 + ADD 2 COR 1')).toEqual([
      'ST-7705-2018-REV-2',
      'ST-7705-2018-REV-2-ADD-1',
      'ST-7705-2018-REV-2-ADD-2-COR-1',
    ]);
    expect(keysIn('10254/1/02 REV 1 ENFOCUSTOM 22 JAI 5 + COR 1')).toEqual([
      'ST-10254-2002-REV-1',
      'ST-10254-2002-REV-1-COR-1',
    ]);
    expect(keysIn('10610/07 + COR 1 (fr) + REV 1')).toEqual([
      'ST-10610-2007-INIT',
      'ST-10610-2007-COR-1',
      'ST-10610-2007-REV-1',
    ]);
  });

  it('leaves a footnote mark out', () => {
    expect(findReferences('Regulation (EC) No 1049/20012.')[0]?.text).toBe('Regulation (EC) No 1049/2001');
    expect(findReferences('see 10241/20193.')[0]?.text).toBe('10241/2019');
    expect(findReferences('see 13944/22<sup>2</sup>')[0]?.text).toBe('13944/22');
    expect(keysIn('<sup>1</sup> 17778/12')).toEqual(['ST-17778-2012-INIT']);
  });

  it.each([
    ['Actions 9.7 and 10.7', ['action 9.7', 'action 10.7']],
    ['actions 5.2, 7.3 and 9.7', ['action 5.2', 'action 7.3', 'action 9.7']],
    ['Action 7.3/7.4', ['action 7.3', 'action 7.4']],
    ['Action 7.3 and 2.5 million', ['action 7.3']],
    ['action 11.8, Operational Action 2.2', ['action 11.8']],
    ['7th and 8th Action Plans', ['plan 7', 'plan 8']],
    ['the seventh and the Eighth Action Plan', ['plan 7', 'plan 8']],
    ['Directives 2010/64/EU and 2012/13/EU', ['CELEX:32010L0064', 'CELEX:32012L0013']],
    ['Regulations (EC) No 515/97 and (EC) No 766/2008', ['CELEX:31997R0515', 'CELEX:32008R0766']],
    ['13944/22, 13945/22 and 13946/22 COR 1', ['ST-13944-2022-INIT', 'ST-13945-2022-INIT', 'ST-13946-2022-COR-1']],
    ['point 1997.22, point 3.1', ['action 1997.22']],
  ])('reads the list %j', (text, keys) => {
    expect(keysIn(text)).toEqual(keys);
  });

  it('reads a list that other references interrupt', () => {
    expect(keysIn('Actions 8.1 (12241/2017) and 9.2 (6855/1/2021)')).toEqual([
      'action 8.1',
      'ST-12241-2017-INIT',
      'action 9.2',
      'ST-6855-2021-REV-1',
    ]);
  });

  it.each([
    '(b) 7806/19',
    'doc.7806/19',
    'No.7806/19',
    'doc:7806/19',
    '- 7806/19',
    '1. 7806/19',
    '(see 7806/19).',
    '7806/19;',
  ])('is not misled by what stands around in %j', (text) => expect(keysIn(text)).toEqual(['ST-7806-2019-INIT']));

  it('does not read across the end of a paragraph', () => {
    expect(keysIn('13944/22\n\nADD 1')).toEqual(['ST-13944-2022-INIT']);
    expect(keysIn('**13944/22 **\n\n**ADD 1**')).toEqual(['ST-13944-2022-INIT']);
    expect(keysIn('<td>13944/22</td><td>ADD 1</td>')).toEqual(['ST-13944-2022-INIT']);
  });
});

describe('parseReference', () => {
  it.each([...SPELLINGS, ...ALONE])('reads %j', (text, key) => {
    const reference = parseReference(text);
    expect(reference && keyOf(reference)).toBe(key);
  });

  it.each(
    NOTHING.filter((text) => !['2013/14', '2014/20', '2010/64', '2022/11/03', 'the second action plan'].includes(text)),
  )('takes %j for no reference', (text) => expect(parseReference(text)).toBeNull());

  it.each(['', 'x', '13944/22 and 13945/22', '11415/16 + ADD 1', 'see 13944/22', 'a'.repeat(1000)])(
    'takes %j for no single reference',
    (text) => expect(parseReference(text)).toBeNull(),
  );
});

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);

/** What each of the five documents cites, in order of first mention. */
const CITED: Readonly<Record<string, readonly string[]>> = {
  '000_e7257f1beaee1dbd.txt': ['ST-13944-2022-INIT', 'action 11.8', 'ST-5089-2022-INIT'],
  '001_16a1be88d651fe1d.txt': [
    ...['ST-7806-2019-INIT', 'ST-13708-2018-REV-2', '2012/C 5/01', 'ST-17778-2012-INIT', 'OJ C 5, 7.1.2012, p. 1'],
    ...['ST-7705-2018-REV-2', 'ST-12644-2014-INIT', 'ST-12644-2014-ADD-1', 'ST-15403-2014-INIT', 'ST-11415-2016-INIT'],
    ...['ST-11415-2016-ADD-1', 'ST-14894-2016-INIT', 'COM(2018) 549 final', 'OJ C 24, 19.1.2019, p. 13'],
    ...['ST-15670-2014-INIT', 'ST-9798-2015-INIT', 'COM(2015) 185 final', 'COM(2016) 813 final', 'ST-11001-2016-REV-1'],
    ...['ST-7585-2017-REV-1', 'ST-11901-2017-REV-3', 'COM(2017) 417 final', 'COM(2018) 524 final'],
  ],
  '002_28638d36140f9d57.txt': [
    ...[
      'ST-10784-2015-INIT',
      'CM-3120-2015-REV-1',
      'plan 7',
      'plan 8',
      'action 7.3',
      'action 5.2',
      'ST-10618-2015-INIT',
    ],
    ...['ST-9396-2015-REV-1', 'DS-1321-2015-INIT'],
  ],
  '003_25c727bba997aab9.txt': [
    ...['ST-15116-2022-INIT', 'ST-10797-2022-INIT', 'action 9.7', 'action 10.7', 'ST-15277-2022-INIT'],
    ...[
      'ST-10241-2019-INIT',
      'ST-6855-2022-REV-1',
      'ST-5449-2021-INIT',
      'plan 11',
      'action 11.4',
      'ST-13396-2022-INIT',
    ],
  ],
  '004_fe3b6989e0413bd9.txt': [
    ...['ST-9710-1997-REV-1', 'ST-9710-1997-INIT', 'OJ C 319, 26.10.1996, p. 1', 'OJ C 316, 27.11.1995, p. 33'],
    ...['OJ L 268, 19.10.1996, p. 2', 'OJ L 342, 31.12.1996, p. 2', 'OJ L 322, 12.12.1996, p. 3'],
    ...['OJ C 375, 12.12.1996, p. 1', 'OJ L 159, 17.6.1997, p. 1', 'OJ C 193, 24.6.1997, p. 4'],
    ...['OJ L 7, 10.1.1997, p. 5', 'OJ L 187, 13.7.1991, p. 41', 'CELEX:31997D0210', 'OJ L 33, 4.2.1997, p. 24'],
  ],
};

describe('the five documents', () => {
  it.for(Object.entries(CITED))('%s', ([name, keys], { skip }) => {
    if (!existsSync(SEEDS) && process.env.CI !== 'true') skip('no ../shared/seeds here');
    expect([...new Set(keysIn(readFileSync(new URL(name, SEEDS), 'utf8')))]).toEqual(keys);
  });
});
