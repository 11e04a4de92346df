import { describe, expect, it } from 'vitest';
import { formatReference, keyOf, linkFor, parseReference, type Reference, sameReference, slugOf } from './index.ts';

const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';
const REGISTER = 'https://data.consilium.europa.eu/doc/document/';

function read(text: string): Reference {
  const reference = parseReference(text);
  if (reference === null) throw new Error(`${text} is no reference`);
  return reference;
}

describe('slugOf and formatReference', () => {
  it.each([
    ['13944/22', 'st-13944-2022-init', '13944/22'],
    ['9396/1/15', 'st-9396-2015-rev-1', '9396/1/15 REV 1'],
    ['11415/16 ADD 1 COR 1', 'st-11415-2016-add-1-cor-1', '11415/16 ADD 1 COR 1'],
    ['10241/2019', 'st-10241-2019-init', '10241/19'],
    ['ST 512/22', 'st-512-2022-init', 'ST 512/22'],
    ['ST 2013/14', 'st-2013-2014-init', 'ST 2013/14'],
    ['PE-CONS 3645/08', 'pe-cons-3645-2008-init', 'PE-CONS 3645/08'],
    ['COM (2018) 549', 'com-2018-549-final', 'COM(2018) 549 final'],
    ['COM(2018) 549 final/2', 'com-2018-549-final-2', 'COM(2018) 549 final/2'],
    ['OJ No C 5, 07.01.2012, p. 1', 'oj-c-5-2012-01-07-p-1', 'OJ C 5, 7.1.2012, p. 1'],
    ['OJ C 189, 1998', 'oj-c-189-1998', 'OJ C 189, 1998'],
    ['OJ L, 2023/2131, 11.10.2023', 'oj-l-2023-2131-2023-10-11', 'OJ L, 2023/2131, 11.10.2023'],
    ['2012/C 5/01', '2012-c-5-01', '2012/C 5/01'],
    ['97/C 193/03', '1997-c-193-03', '97/C 193/03'],
    ['Decision 210/97/EC', 'celex-31997d0210', 'CELEX:31997D0210'],
    ['Regulation (EC) No 1049/2001', 'celex-32001r1049', 'Regulation No 1049/2001'],
    ['Regulation (EU) 2016/679', 'celex-32016r0679', 'Regulation 2016/679'],
    ['Directive 95/46/EC', 'celex-31995l0046', 'Directive 95/46'],
    ['32012G0107(01)', 'celex-32012g0107-01', 'CELEX:32012G0107(01)'],
    ['action No 7.3', '7.3', 'Action 7.3'],
    ['Seventh Action Plan', 'plan-7', '7th Action Plan'],
    ['11th AP', 'plan-11', '11th Action Plan'],
    ['22. Aktionsplan', 'plan-22', '22nd Action Plan'],
  ])('%s', (text, slug, printed) => {
    const reference = read(text);
    expect(slugOf(reference)).toBe(slug);
    expect(formatReference(reference, 'printed')).toBe(printed);
    expect(formatReference(reference, 'register')).toBe(keyOf(reference));
  });
});

describe('linkFor', () => {
  it.each([
    ['13944/22', `${REGISTER}ST-13944-2022-INIT/en/pdf`, 'register'],
    ['CM 3120/1/15 REV 1', `${REGISTER}CM-3120-2015-REV-1/en/pdf`, 'register'],
    ['OJ C 5, 7.1.2012', `${EUR_LEX}OJ:C:2012:005:TOC`, 'issue'],
    ['OJ C 5, 7.1.2012, p. 1', `${EUR_LEX}uriserv:OJ.C_.2012.005.01.0001.01.ENG`, 'exact'],
    ['OJ No C 319, 26.10.1996, p. 1', `${EUR_LEX}OJ:C:1996:319:TOC`, 'issue'],
    ['Official Journal C 193 , 24/06/1997 P. 0004', `${EUR_LEX}OJ:C:1997:193:TOC`, 'issue'],
    ['OJ C 189, 1998', `${EUR_LEX}OJ:C:1998:189:TOC`, 'issue'],
    ['OJ L, 2023/2131, 11.10.2023', `${EUR_LEX}OJ:L_202302131`, 'exact'],
    ['OJ C, C/2023/724, 1.11.2023', `${EUR_LEX}OJ:C_202300724`, 'exact'],
    ['96/C 375/01', `${EUR_LEX}CELEX:31996G1212`, 'exact'],
    ['(97/C 193/03)', `${EUR_LEX}CELEX:31997Y0624(03)`, 'exact'],
    ['2001/C 171/01', `${EUR_LEX}CELEX:32001G0615(01)`, 'exact'],
    ['2003/C 247/01', `${EUR_LEX}CELEX:32003G1015(01)`, 'exact'],
    ['2009/C 260/01', `${EUR_LEX}CELEX:32009G1030(01)`, 'exact'],
    ['2012/C 5/01', `${EUR_LEX}CELEX:32012G0107(01)`, 'exact'],
    ['2023/C 217/01', `${EUR_LEX}CELEX:32023G0620(01)`, 'exact'],
    ['2010/C 115/01', `${EUR_LEX}OJ:C:2010:115:TOC`, 'issue'],
    ['COM(2018) 549 final', `${EUR_LEX}COM:2018:549:FIN`, 'exact'],
    ['SWD(2016) 242 final', `${EUR_LEX}SWD:2016:242:FIN`, 'exact'],
    ['Decision 210/97/EC', `${EUR_LEX}CELEX:31997D0210`, 'exact'],
    ['96/698/JHA', `${EUR_LEX}CELEX:31996F0698`, 'exact'],
  ])('%s', (text, url, exactness) => {
    expect(linkFor(read(text))).toEqual({ url, exactness });
  });

  it.each(['COM(2018) 549 final/2', 'OJ C 377 E, 7.12.2013, p. 5', '2000/C 121 E/01', 'action 7.3', '7th AP'])(
    'knows no address of %s',
    (text) => expect(linkFor(read(text))).toBeNull(),
  );
});

describe('sameReference', () => {
  it('is not misled by spelling', () => {
    expect(sameReference(read('9396/1/15'), read('ST 9396/1/2015 REV 1'))).toBe(true);
    expect(
      sameReference(read('OJ No C 193, 24.6.1997, p. 4'), read('Official Journal C 193 , 24/06/1997 P. 0004')),
    ).toBe(true);
  });

  it('tells what differs apart', () => {
    expect(sameReference(read('9396/15'), read('9396/1/15'))).toBe(false);
    expect(sameReference(read('ST 1321/15'), read('DS 1321/15'))).toBe(false);
    expect(sameReference(read('action 7.3'), read('action 7.30'))).toBe(false);
  });
});
