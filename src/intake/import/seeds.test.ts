import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importDocument } from './document.ts';

const FOLDER = new URL('../../../../shared/seeds/', import.meta.url);
const present = existsSync(FOLDER);
const file = (start: string) => readdirSync(FOLDER).find((name) => name.startsWith(start)) ?? '';
const outcome = (start: string) => importDocument(file(start), readFileSync(new URL(file(start), FOLDER)));

/** Facts of five real documents; a title of ten words and more is held by its beginning and end. */
const EXPECTED: Record<string, Record<string, unknown>> = {
  '000': {
    id: 'ST-13944-2022-INIT',
    date: '2022-11-03',
    originalLanguage: 'en',
    kind: 'NOTE',
    from: 'Presidency',
    to: 'Delegations',
    subject: 'Strategic Trade Investigations Identified Challenges & Solutions',
    meetingDate: null,
    marking: 'LIMITE',
    access: { status: 'partial', date: '2022-12-16' },
    subjectCodes: ['ENFOCUSTOM 155', 'JAI 1408'],
    previous: [],
    references: ['ST-5089-2022-INIT'],
    actions: ['11.8'],
    refused: false,
  },
  '001': {
    id: 'ST-7806-2019-INIT',
    date: '2019-03-25',
    originalLanguage: 'en',
    kind: "'I/A' ITEM NOTE",
    from: 'General Secretariat of the Council',
    to: 'Permanent Representatives Committee/Council',
    subject: expect.stringMatching(/^Draft Updated Strategy for the future customs [a-z -]{28} – Endorsement$/),
    meetingDate: null,
    marking: null,
    access: { status: 'public', date: null },
    subjectCodes: ['ENFOCUSTOM 57', 'COSI 56', 'ENFOPOL 137', 'DAPIX 116'],
    previous: ['ST-13708-2018-REV-2'],
    references: [
      'ST-13708-2018-REV-2',
      '2012/C 5/01',
      'ST-17778-2012-INIT',
      'OJ C 5, 7.1.2012, p. 1',
      'ST-7705-2018-REV-2',
      'ST-12644-2014-INIT',
      'ST-12644-2014-ADD-1',
      'ST-15403-2014-INIT',
      'ST-11415-2016-INIT',
      'ST-11415-2016-ADD-1',
      'ST-14894-2016-INIT',
      'COM(2018) 549 final',
      'OJ C 24, 19.1.2019, p. 13',
      'ST-15670-2014-INIT',
      'ST-9798-2015-INIT',
      'COM(2015) 185 final',
      'COM(2016) 813 final',
      'ST-11001-2016-REV-1',
      'ST-7585-2017-REV-1',
      'ST-11901-2017-REV-3',
      'COM(2017) 417 final',
      'COM(2018) 524 final',
    ],
    actions: [],
    warnings: [],
    refused: false,
  },
  '002': {
    id: 'ST-10784-2015-INIT',
    date: '2015-07-22',
    originalLanguage: 'en',
    kind: 'OUTCOME OF PROCEEDINGS',
    from: 'General Secretariat of the Council',
    to: 'Customs Cooperation Working Party',
    subject: 'Summary of discussions',
    meetingDate: '2015-07-09',
    marking: null,
    access: { status: 'public', date: null },
    subjectCodes: ['JAI 550', 'ENFOCUSTOM 72'],
    previous: [],
    references: ['CM-3120-2015-REV-1', 'ST-10618-2015-INIT', 'ST-9396-2015-REV-1', 'DS-1321-2015-INIT'],
    actions: ['7.3', '5.2'],
    warnings: [],
    refused: false,
  },
  '003': {
    id: 'ST-15116-2022-INIT',
    date: '2022-12-06',
    originalLanguage: 'en',
    kind: 'NOTE',
    from: 'Presidency',
    to: 'Delegations',
    subject: 'Deeper involvement of customs in Europol activities',
    meetingDate: null,
    marking: 'LIMITE',
    access: { status: 'limite', date: null },
    subjectCodes: ['ENFOCUSTOM 174', 'ENFOPOL 627', 'CRIMORG 177', 'COSI 319', 'JAI 1635'],
    previous: ['ST-10797-2022-INIT'],
    references: [
      'ST-10797-2022-INIT',
      'ST-15277-2022-INIT',
      'ST-10241-2019-INIT',
      'ST-6855-2022-REV-1',
      'ST-5449-2021-INIT',
      'ST-13396-2022-INIT',
    ],
    actions: ['9.7', '10.7', '11.4'],
    warnings: [],
    refused: false,
  },
  '004': {
    id: 'ST-9710-1997-REV-1',
    date: null,
    originalLanguage: null,
    kind: 'NOTE',
    from: 'Presidency',
    to: 'Customs Cooperation Working Party',
    subject: 'Strategic action programme for customs (third pillar) - Draft Resolution',
    meetingDate: null,
    marking: 'LIMITE',
    access: { status: 'limite', date: null },
    subjectCodes: ['ENFOCUSTOM 45'],
    previous: ['ST-9710-1997-INIT'],
    references: [
      'ST-9710-1997-INIT',
      'OJ C 319, 26.10.1996, p. 1',
      'OJ C 316, 27.11.1995, p. 33',
      'OJ L 268, 19.10.1996, p. 2',
      'OJ L 342, 31.12.1996, p. 2',
      'OJ L 322, 12.12.1996, p. 3',
      'OJ C 375, 12.12.1996, p. 1',
      'OJ L 159, 17.6.1997, p. 1',
      'OJ C 193, 24.6.1997, p. 4',
      'OJ L 7, 10.1.1997, p. 5',
      'OJ L 187, 13.7.1991, p. 41',
      'CELEX:31997D0210',
      'OJ L 33, 4.2.1997, p. 24',
    ],
    actions: [],
    refused: false,
  },
};

if (process.env.CI === 'true') {
  it('finds the five real documents beside the clone', () => expect(present).toBe(true));
}

describe.skipIf(!present)('the five real documents in ../shared/seeds', () => {
  it.each(Object.entries(EXPECTED))('%s: every fact', (start, facts) => {
    expect(outcome(start).facts).toMatchObject(facts);
  });

  const markdown = (start: string) => {
    const result = outcome(start);
    return result.kind === 'document' ? result.markdown : '';
  };
  it('13944/22: the withheld part is marked and the footer gone', () => {
    expect(markdown('000')).toMatch(/:::withheld\{pages="until 26" decided="2022-12-16" reason="[^"]+"\}\n:::\n$/);
    expect(markdown('000')).not.toMatch(/LIMITE|sbr/);
  });
  it('7806/19: five notes, each with its mark', () => {
    for (let n = 1; n <= 5; n++) expect(markdown('001').split(`[^${n}]`)).toHaveLength(3);
    expect(markdown('001')).toContain(' [, ');
  });
  it('10784/15: the items of the agenda are headings', () => {
    expect(markdown('002').match(/^## \d\. /gm)).toHaveLength(7);
  });
  it('15116/22: paragraphs 1 to 5 keep their numbers', () => {
    expect(markdown('003').match(/^\d+\. /gm)).toEqual(['1. ', '2. ', '3. ', '4. ', '5. ']);
  });
  it('9710/1/97: the ten points and the table of 43', () => {
    expect(markdown('004').match(/^## \d+\. /gm)).toHaveLength(10);
    expect(markdown('004').match(/^\| \d+\. /gm)).toHaveLength(43);
    expect(markdown('004').match(/^\[\^[\d-]+\]: /gm)).toHaveLength(5);
  });
});
