import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../archive/reference/index.ts';
import { LONGEST_QUERY } from './clean.ts';
import { MOST_UNITS, understand } from './understand.ts';

const referencesOf = (text: string) => understand(text).references.map(({ reference }) => keyOf(reference));
const words = (text: string) => understand(text).units.map((unit) => unit.text);

describe('references in a query', () => {
  it.each([
    ['13944/22', 'ST-13944-2022-INIT'],
    ['ST 13944/22', 'ST-13944-2022-INIT'],
    ['st 13944 2022 init', 'ST-13944-2022-INIT'],
    ['st-13944-2022-init', 'ST-13944-2022-INIT'],
    ['st13944.en22', 'ST-13944-2022-INIT'],
    ['13944 22', 'ST-13944-2022-INIT'],
    ['13944 / 22', 'ST-13944-2022-INIT'],
    ['13944\\22', 'ST-13944-2022-INIT'],
    ['https://data.consilium.europa.eu/doc/document/ST-13944-2022-INIT/en/pdf', 'ST-13944-2022-INIT'],
    ['see http://127.0.0.1:4321/documents/st-13944-2022-init/#s-1', 'ST-13944-2022-INIT'],
    ['https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32001R1049', 'CELEX:32001R1049'],
    ['doc. 13944/22', 'ST-13944-2022-INIT'],
    ['  13944/22 ? ', 'ST-13944-2022-INIT'],
    ['"13944/22"', 'ST-13944-2022-INIT'],
    ['13708/2/18 rev 2', 'ST-13708-2018-REV-2'],
    ['what does 9710/1/97 say about training', 'ST-9710-1997-REV-1'],
    ['Action 7.3', 'action 7.3'],
    ['7.3', 'action 7.3'],
    ['who leads action 7.3?', 'action 7.3'],
    ['action 7-3', 'action 7.3'],
    ['actions 7/3', 'action 7.3'],
    ['1997.22', 'action 1997.22'],
    ['point 22 of 1997', 'action 1997.22'],
    ['Seventh Action Plan', 'plan 7'],
    ['action plan 7', 'plan 7'],
    ['com(2018) 549', 'COM(2018) 549 final'],
    ['oj c 5, 7.1.2012, p. 1', 'OJ C 5, 7.1.2012, p. 1'],
  ])('%s', (text, key) => expect(referencesOf(text)).toEqual([key]));

  it.each(['2015-07', '2014/2015', '24/7', 'operational action 2.2', 'customs', '"see 13944/22 for more"', '12/2015'])(
    'sees none in %s',
    (text) => expect(understand(text).references.filter(({ tentative }) => !tentative)).toEqual([]),
  );

  it('marks as tentative what may be something else', () => {
    expect(understand('7.3').references[0]?.tentative).toBe(true);
    expect(understand('action 7.3').references[0]?.tentative).toBe(false);
  });
});

describe('the words of a query', () => {
  it.each([
    ['who leads the group on risk analysis?', ['leads', 'group', 'risk', 'analysis']],
    ['what does LIMITE mean', ['LIMITE']],
    ['what is a JCO', ['JCO']],
    ['LIMITE stands for', ['LIMITE']],
    ['Europol’s role', ['Europol', 'role']],
    ['customs customs CUSTOMS', ['customs']],
    ['who is it', ['who', 'is', 'it']],
    ['what does IT mean', ['IT']],
    ['action 7.3 deadline', ['deadline']],
    ['"risk analysis" excise', ['excise']],
    ['??? !!! …', []],
    ['<b>bold</b>', ['b>bold</b']],
    ['objective 1(b)', ['objective', '1', 'b']],
    ['https://archive.example/100%/page', ['https://archive.example/100%/page']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    ['organisation', 'organization'],
    ['organizations', 'organisations'],
    ['programme', 'program'],
    ['centres', 'centers'],
    ['2', 'ii'],
    ['viii', '8'],
    ['behaviour', 'behavior'],
    ['labelling', 'labeling'],
    ['analyse', 'analyze'],
    ['seventh', '7th'],
    ['11th', 'eleventh'],
    ['défence', 'defense'],
  ])('%s is also looked for as %s', (typed, other) =>
    expect(understand(typed).units[0]?.spellings).toContainEqual([other]),
  );

  it('joins hyphens and looks for the parts of what is joined', () => {
    expect(understand('co-operation').units[0]?.spellings[0]).toEqual(['cooperation']);
    expect(understand('cross-border').units[0]?.spellings).toEqual([['crossborder'], ['cross', 'border']]);
    expect(understand('police/customs').units[0]?.spellings).toEqual([['police/customs'], ['police', 'customs']]);
  });

  it('reads phrases between any quotation marks, and a lone mark as nothing', () => {
    expect(understand('“risk analysis” and «mutual assistance»').phrases).toEqual([
      'risk analysis',
      'mutual assistance',
    ]);
    expect(understand('"" "?"').phrases).toEqual([]);
    expect(understand('risk "analysis').phrases).toEqual([]);
    expect(words('risk "analysis')).toEqual(['risk', 'analysis']);
  });

  it('takes the words of a question from around a name', () => {
    expect(understand('What does "LIMITE" mean?').phrases).toEqual(['LIMITE']);
    expect(understand('what is the Customs Cooperation Working Party?').names).toContain(
      'customs cooperation working party',
    );
    expect(understand('what is the CCWP').meaning).toBe(true);
    expect(understand('CCWP').meaning).toBe(false);
  });
});

describe('the operators of a query', () => {
  it.each([
    ['risk analysis -europol', ['europol']],
    ['risk NOT europol', ['europol']],
    ['J-Customs', []],
    ['2014 - 2015', []],
  ])('%s leaves out %j', (text, expected) =>
    expect(understand(text).without.map((unit) => unit.text)).toEqual(expected),
  );

  it('reads OR as one thing in two words, and a star as an open end', () => {
    expect(understand('guns OR firearms').units.map(({ spellings }) => spellings)).toEqual([[['guns'], ['firearms']]]);
    expect(understand('smuggl* tobacco').units.map(({ text, begins }) => [text, begins])).toEqual([
      ['smuggl', true],
      ['tobacco', false],
    ]);
    expect(understand('OR').units.map(({ text }) => text)).toEqual([]);
  });

  it.each([
    ['title:europol', ['title:']],
    ['+europol risk', ['+']],
    ['europol^2', ['^2']],
    ['C++ at 7:30, see 13944/22', []],
  ])('%s has the foreign signs %j', (text, signs) => expect(understand(text).signs).toEqual(signs));

  it('counts a word that is repeated', () => {
    expect(understand('customs police customs').units.map(({ text, times }) => [text, times])).toEqual([
      ['customs', 2],
      ['police', 1],
    ]);
  });

  it.each([
    ['10784', [undefined, '10784']],
    ['number 10784', [undefined, '10784']],
    ['council doc 13944', [undefined, '13944']],
    ['DS 1321', ['DS', '1321']],
    ['Dok. 10784?', [undefined, '10784']],
  ])('%s is a number without its year', (text, [series, digits]) =>
    expect(understand(text).number).toEqual({ series, digits }),
  );
});

describe('any input', () => {
  it('is understood without error, within its limits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const query = understand(typed);
        expect(query.text.length).toBeLessThanOrEqual(LONGEST_QUERY);
        expect(query.text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(query.units.length).toBeLessThanOrEqual(MOST_UNITS);
        for (const { spellings } of query.units) expect(spellings.flat().every((term) => term !== '')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a'.repeat(10_000)],
    ['"'.repeat(10_000)],
    ['1'.repeat(10_000)],
    ['7.3 '.repeat(3_000)],
    ['\u202e\u0000\u200b'.repeat(3_000)],
    ['👩‍🚀'.repeat(2_000)],
    ['العربية '.repeat(1_500)],
  ])('long and odd input comes through', (typed) => {
    expect(understand(typed).text.length).toBeLessThanOrEqual(LONGEST_QUERY);
  });

  it('says that it was cut', () => {
    expect(understand('word '.repeat(200)).cut).toBe(true);
    expect(understand('word '.repeat(200)).text).toMatch(/ word$/);
    expect(understand('word').cut).toBe(false);
  });
});
