import { describe, expect, it } from 'vitest';
import { type Header, readHeader } from './header.ts';
import { normalise } from './normalise.ts';

/** Invented documents, one for each thing that conversions do to a first page. */
const CASES: Record<string, { text: string; header: Partial<Header>; body: string }> = {
  'plain, tab-separated labels': {
    text: 'Brussels, 3 March 2020 (OR. fr)\n\n6120/20\n\nLIMITE\n\nENFOCUSTOM 31 JAI 222\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nSubject:\tMoored barges\n\tA first look\n\nThe barges lie still.',
    header: {
      id: 'ST-6120-2020-INIT',
      date: '2020-03-03',
      originalLanguage: 'fr',
      kind: 'NOTE',
      from: 'Presidency',
      to: 'Delegations',
      subject: 'Moored barges A first look',
      limite: true,
      codes: ['ENFOCUSTOM 31', 'JAI 222'],
      language: 'en',
    },
    body: 'The barges lie still.',
  },
  'bold marks, rules, item note, previous document': {
    text: "**Brussels, 9 May 2018  \n(OR. en)**\n\n**8001/2/18**\n\n**REV 2**\n\n**UD 12  \nENFOCUSTOM 9**\n\n**'I/A' ITEM NOTE**\n\n---\n\nFrom:\tGeneral Secretariat of the Council\nTo:\tCouncil\nNo. prev. doc.:\t8001/1/18 REV 1\nNo. Cion doc.:\tCOM(2018) 77 final\nSubject:\tLighthouse tariffs\n- Adoption\n\n---\n\n1. The lamps burn.",
    header: {
      id: 'ST-8001-2018-REV-2',
      kind: "'I/A' ITEM NOTE",
      subject: 'Lighthouse tariffs - Adoption',
      previous: '8001/1/18 REV 1',
      commission: 'COM(2018) 77 final',
      codes: ['UD 12', 'ENFOCUSTOM 9'],
      limite: false,
    },
    body: '1. The lamps burn.',
  },
  'filing stamps above the number, no date, labels with spaces': {
    text: 'JHA 88  \nWPS 003\n\n7100/1/96  \nREV 1\n\nLIMITE\n\nENFOCUSTOM 14 -\n\nNOTE\n\nfrom : Presidency\n\nto:: Rowing Working Party\n\nNo. prev. doc.: 7100/96 ENFOCUSTOM 13\n\nSubject: Harbour bells\n\nThey ring.',
    header: {
      id: 'ST-7100-1996-REV-1',
      date: null,
      from: 'Presidency',
      to: 'Rowing Working Party',
      codes: ['ENFOCUSTOM 14'],
      filing: ['JHA 88', 'WPS 003'],
    },
    body: 'They ring.',
  },
  'columns merged, lines of 2005': {
    text: 'COUNCIL OF Brussels, 4 July 2005 THE EUROPEAN UNION\n10555/05\nLIMITE\nENFOCUSTOM 40\nCRIMORG 66\nCOVER NOTE\nfrom : Secretary-General of the European Commission\ndate of receipt : 1 July 2005\nto : Mr Foo BAR, Secretary-General\nSubject : Report on the state of\nthe old ferries\nDelegations will find the report below.',
    header: {
      id: 'ST-10555-2005-INIT',
      date: '2005-07-04',
      kind: 'COVER NOTE',
      from: 'Secretary-General of the European Commission',
      to: 'Mr Foo BAR, Secretary-General',
      subject: 'Report on the state of the old ferries',
      meetingDate: null,
    },
    body: 'Delegations will find the report below.',
  },
  'capital N dropped, whole page on one line': {
    text: '1 eil UE COU CIL OF THE EUROPEA U IO Brussels, 7 May 2012 DOCUME T PARTIALLY ACCESSIBLE TO THE PUBLIC ( ) PUBLIC 9321/12 LIMITE E FOCUSTOM 44 E FOPOL 120 WORKI G DOCUME T From: Presidency To: Rowing Working Party No. prev. doc.: 9000/1/12 REV 1 ENFOCUSTOM 40 Subject: Guide to rowing boats Delegations will find below the guide. 9321/12 AB/cd 1 DG D 2C LIMITE E',
    header: {
      id: 'ST-9321-2012-INIT',
      date: '2012-05-07',
      kind: 'WORKING DOCUMENT',
      codes: ['ENFOCUSTOM 44', 'ENFOPOL 120'],
      subject: 'Guide to rowing boats',
      previous: '9000/1/12 REV 1 ENFOCUSTOM 40',
    },
    body: 'Delegations will find below the guide.',
  },
  'capital N replaced, a blank line after each line, footer first': {
    text: 'Conseil UE\n\n9400/3/11 REV 3 XY/zz 1\n\nDG H 2C LIMITE E\ufffd\n\nCOU\ufffdCIL OF\n\nTHE EUROPEA\ufffd U\ufffdIO\ufffd\n\nBrussels, 8 \ufffdovember 2011\n\n9400/3/11\n\nREV 3\n\nLIMITE\n\nDOCUME\ufffdT PARTIALLY\n\nACCESSIBLE TO THE PUBLIC\n\n(1.12.2011)\n\nE\ufffdFOCUSTOM 77\n\n\ufffdOTE\n\nfrom: Maltese delegation\n\nto: Customs Cooperation Working Party\n\nSubject: Kites\n\nThe kites fly.',
    header: {
      id: 'ST-9400-2011-REV-3',
      date: '2011-11-08',
      kind: 'NOTE',
      codes: ['ENFOCUSTOM 77'],
      from: 'Maltese delegation',
      subject: 'Kites',
    },
    body: 'The kites fly.',
  },
  'labels in one block, values in the next': {
    text: 'Brussels, 2 June 2014\n(OR. en)\n\n9911/14\n\nENFOCUSTOM 60\n\nNOTE\n\nFrom:\nTo:\nNo. prev. doc.:\nSubject:\n\nGeneral Secretariat of the Council\nDelegations\n9000/14 ENFOCUSTOM 50\nBuoys and beacons –\nfinal list\n\nDelegations will find the list annexed.',
    header: {
      from: 'General Secretariat of the Council',
      to: 'Delegations',
      previous: '9000/14 ENFOCUSTOM 50',
      subject: 'Buoys and beacons – final list',
    },
    body: 'Delegations will find the list annexed.',
  },
  'outcome with a meeting of two days': {
    text: 'Brussels, 1 August 2013\n9001/13\nENFOCUSTOM 3\nOUTCOME OF PROCEEDINGS\nFrom: General Secretariat of the Council\nOn: 30 June and 1 July 2013\nTo: Customs Cooperation Working Party\nSubject: Summary\n\n1. Agenda',
    header: { kind: 'OUTCOME OF PROCEEDINGS', meetingDate: '2013-06-30', to: 'Customs Cooperation Working Party' },
    body: '1. Agenda',
  },
  'subject followed by dashes that a conversion left of rules': {
    text: "Council of the European Union Brussels, 5 April 2016 (OR. en)\n7070/16 ADD 1\nUD 70 ENFOCUSTOM 33\n'A' ITEM NOTE\nFrom: General Secretariat of the Council\nTo: Council\nSubject: Working Party of Weighers\n-\n-Terms of reference\n-\n1.In May the weighers met.",
    header: {
      id: 'ST-7070-2016-ADD-1',
      kind: "'A' ITEM NOTE",
      subject: 'Working Party of Weighers - Terms of reference',
    },
    body: '1.In May the weighers met.',
  },
  'HTML cells': {
    text: '<table><tr><td>Council of the European Union</td><td>Brussels, 4 May 2021<br>(OR. en)</td></tr></table>\n\n**8400/21**\n\n**ENFOCUSTOM 51**\n\n**NOTE**\n\n| From: | Presidency |\n|---|---|\n| To: | Law Enforcement Working Party - Customs |\n| Subject: | Ropes &amp; knots |\n\nText.',
    header: { id: 'ST-8400-2021-INIT', to: 'Law Enforcement Working Party - Customs', subject: 'Ropes & knots' },
    body: 'Text.',
  },
  French: {
    text: "CONSEIL DE\nL'UNION EUROPÉENNE\nBruxelles, le 5 mars 2003 (12.03)\n(OR. fr)\n6927/03\nLIMITE\nENFOCUSTOM 7\nNOTE\nde : la présidence\nau : Groupe des rameurs\nn° doc. préc. : 13120/02 ENFOCUSTOM 29\nObjet : Petits bateaux\n\n1. Lors du débat",
    header: {
      date: '2003-03-05',
      language: 'fr',
      originalLanguage: 'fr',
      from: 'la présidence',
      to: 'Groupe des rameurs',
      previous: '13120/02 ENFOCUSTOM 29',
      subject: 'Petits bateaux',
    },
    body: '1. Lors du débat',
  },
  German: {
    text: 'RAT DER\nEUROPÄISCHEN UNION\nBrüssel, den 14. März 2012 (16.03)\n(OR. en)\n7567/12\nENFOCUSTOM 18\nVERMERK\ndes Vorsitzes\nfür die Gruppe der Ruderer\nNr. Vordok.: 5432/1/12 REV 1\nBetr.: Kleine Boote\n\n1. Der Vorsitz hat',
    header: {
      date: '2012-03-14',
      language: 'de',
      kind: 'VERMERK',
      to: 'die Gruppe der Ruderer',
      subject: 'Kleine Boote',
    },
    body: '1. Der Vorsitz hat',
  },
  Swedish: {
    text: 'Europeiska unionens råd\nBryssel den 5 juni 2018\n(OR. en)\n9700/18\nENFOCUSTOM 105\nNOT\nfrån: Ordförandeskapet\ntill: Delegationerna\nFöreg. dok. nr: 7000/18\nÄrende: Små båtar\n\n1. Båtarna',
    header: {
      date: '2018-06-05',
      language: 'sv',
      kind: 'NOT',
      from: 'Ordförandeskapet',
      to: 'Delegationerna',
      subject: 'Små båtar',
    },
    body: '1. Båtarna',
  },
  Dutch: {
    text: '1 RAAD VAN DE EUROPESE UNIE Brussel, 5 februari 2008 (07.02) (OR. en) 5952/08 JUR 25 BEGELEIDENDE NOTA van: de heer V. VAREN d.d.: 4 februari 2008 aan: de heer D. ROEI Betreft: Kleine boten Hooggeachte heer, Onder verwijzing 5952/08 pau/yen/lm 1 JUR NL',
    header: {
      language: 'nl',
      kind: 'BEGELEIDENDE NOTA',
      from: 'de heer V. VAREN',
      to: 'de heer D. ROEI',
      meetingDate: null,
      subject: 'Kleine boten',
    },
    body: 'Hooggeachte heer, Onder verwijzing',
  },
  Greek: {
    text: 'ΣΥΜΒΟΥΛΙΟ ΤΗΣ ΕΥΡΩΠΑΪΚΗΣ ΕΝΩΣΗΣ Βρυξέλλες, 3 Νοεμβρίου 2008 (05.11) (OR. en) 13728/08 INF 199 ΣΗΜΕΙΩΜΑ της: Γραμματείας προς: την Ομάδα αριθ. προηγ. εγγρ.: 13727/08 Θέμα: Μικρές βάρκες Επισυνάπτεται κείμενο',
    header: {
      date: '2008-11-03',
      language: 'el',
      kind: 'ΣΗΜΕΙΩΜΑ',
      from: 'Γραμματείας',
      previous: '13727/08',
      subject: 'Μικρές βάρκες',
    },
    body: 'Επισυνάπτεται κείμενο',
  },
  'the sign of a country for the original language': {
    text: '          THE COUNCIL\n\n          Brussels, 5 March 1998 (09.03)\n          (OR. d)\n\n          6715/98\n\n          LIMITE\n\n          ENFOCUSTOM 19\n\n          NOTE\n\n          from : Presidency\n\n          to : Rowing Working Party\n\n          Subject: Anchors\n\n    They hold.',
    header: { originalLanguage: 'de', date: '1998-03-05', from: 'Presidency', codes: ['ENFOCUSTOM 19'] },
    body: 'They hold.',
  },
  'columns one after the other on one line: codes behind the addressee': {
    text: '1 Council of the European Union Brussels, 27 February 2017 (OR. en) 6643/17 NOTE From: To: Presidency Council EUROJUST 59 EPPO 20 CSC 49 No. prev. doc.: 6298/17 EUROJUST 47 EPPO 17 Subject: Rules on lanterns - General approach I. INTRODUCTION 1. On 17 July the lamplighter came.',
    header: {
      from: 'Presidency',
      to: 'Council',
      codes: ['EUROJUST 59', 'EPPO 20', 'CSC 49'],
      previous: '6298/17 EUROJUST 47 EPPO 17',
      subject: 'Rules on lanterns - General approach',
    },
    body: 'I. INTRODUCTION 1. On 17 July the lamplighter came.',
  },
  'columns one after the other on one line: codes before the subject, Dutch parties': {
    text: '1 Raad van de Europese Unie Brussel, 14 februari 2017 (OR. en) 6128/1/17 REV 1 BEGELEIDENDE NOTA van: aan: het secretariaat-generaal van de Raad de delegaties nr. vorig doc.: 5501/16 Betreft: JAI 102 ENFOCUSTOM 31 gids voor roeiers De delegaties treffen hierbij een gids aan.',
    header: {
      from: 'het secretariaat-generaal van de Raad',
      to: 'de delegaties',
      codes: ['JAI 102', 'ENFOCUSTOM 31'],
      subject: 'gids voor roeiers',
    },
    body: 'De delegaties treffen hierbij een gids aan.',
  },
  'pages on one line each, the first ending in a footer': {
    text: `1 Council of the European Union Brussels, 3 December 2018 (OR. en) 14860/1/18 REV 1 LIMITE FRONT 416 NOTE From: To: Subject: Presidency Delegations Proposal on coastal lights Building upon ${'many older lights, '.repeat(30)}it shines. /1/18 REV 1 GK/cr 1 JAI.1 LIMITE EN\n\n2 The second page.`,
    header: { from: 'Presidency', to: 'Delegations', subject: 'Proposal on coastal lights' },
    body: `Building upon ${'many older lights, '.repeat(30)}it shines.\n\n\n2 The second page.`,
  },
};

/** First pages without labels, or with values away from theirs. */
Object.assign(CASES, {
  'a press release of several lines': {
    text: 'COUNCIL OF\nTHE EUROPEAN UNION\nEN\n16867/12\n(OR. en)\nPRESSE 504\nPR CO 69\nPRESS RELEASE\n3207th Council meeting\nRowing\nBrussels, 6 December 2012\nPresident\nMs Ada OAR\n6.XII.2012\nMain results\nThe Council took note of the state of the boats on WEDNESDAY 20\nSEPTEMBER 2023.\n',
    header: {
      id: 'ST-16867-2012-INIT',
      date: '2012-12-06',
      kind: 'PRESS RELEASE',
      codes: ['PRESSE 504', 'PR CO 69'],
      from: null,
      to: null,
      subject: null,
      language: 'en',
    },
    body: '3207th Council meeting\nRowing\n\nPresident\nMs Ada OAR\n6.XII.2012\nMain results\nThe Council took note of the state of the boats on WEDNESDAY 20\nSEPTEMBER 2023.',
  },
  'an agenda of a committee': {
    text: 'Council of the European Union\nGeneral Secretariat\n\nBrussels, 30 March 2020\n\nCM 1967/20\n\nOJ CRP1\n\nNOTICE OF MEETING AND PROVISIONAL AGENDA\n\nROWING COMMITTEE (Part 1)\nBoat house, Brussels\n3 April 2020 (10.00)\n\n1. Adoption of the agenda\n\n2. Oars\n',
    header: {
      id: 'CM-1967-2020-INIT',
      kind: 'NOTICE OF MEETING AND PROVISIONAL AGENDA',
      meetingDate: '2020-04-03',
      codes: [],
    },
    body: 'General Secretariat\n\n\n\n\n\n\n\n\n\nROWING COMMITTEE (Part 1)\nBoat house, Brussels\n3 April 2020 (10.00)\n\n1. Adoption of the agenda\n\n2. Oars',
  },
  'an agenda with labels': {
    text: 'COUNCIL OF\nTHE EUROPEAN UNION\nGENERAL SECRETARIAT\n\nBrussels, 19 November 2012\n\nCM 5555/12\n\nOJ/CRP1\n\nCOMMUNICATION\n\nNOTICE OF MEETING AND PROVISIONAL AGENDA\n\nContact: a@b.example\nTel./Fax: +32.2-281.00.00\nSubject: 12th meeting of the rowers\nDate: 21 November 2012\nTime: 10.00\nVenue: Boat house\n\n1. Adoption of the agenda\n',
    header: {
      id: 'CM-5555-2012-INIT',
      date: '2012-11-19',
      subject: '12th meeting of the rowers',
      meetingDate: '2012-11-21',
    },
    body: '1. Adoption of the agenda',
  },
  'a joint text of Parliament and Council': {
    text: 'EUROPEAN UNION\n\nTHE EUROPEAN PARLIAMENT\tTHE COUNCIL\n\nBrussels, 26 May 2003\n(OR. en)\n\n2001/0119 (COD)\nLEX 410\n\nPE-CONS 3601/1/03\nREV 1\n\nSAN 1\nCODEC 5\n\nDIRECTIVE ON OARS\n',
    header: { id: 'PE-CONS-3601-2003-REV-1', date: '2003-05-26', codes: ['SAN 1', 'CODEC 5'], language: 'en' },
    body: 'THE EUROPEAN PARLIAMENT\tTHE COUNCIL\n\n\n\n\n\n\n\n\n\n\n\n\n\nDIRECTIVE ON OARS',
  },
  'a month that lost a letter': {
    text: 'RÅDET FOR DEN EUROPÆISKE UNION Bruxelles, den 26. nvember 2002 (27.11) (OR. en) 14702/02 POLGEN 67 FØLGESKRIVELSE fra: formandskabet til: delegationerne Vedr.: ÅRER Hermed følger årerne.',
    header: { id: 'ST-14702-2002-INIT', date: '2002-11-26', language: 'da', subject: 'ÅRER' },
    body: 'Hermed følger årerne.',
  },
  'codes of two words': {
    text: 'Council of the European Union\nBrussels, 20 June 2019\n(OR. en)\nEUCO 9/19\nCO EUR 12\nCONCL 5\nOJ CRP2 19\nCRS CRP 17\nCOVER NOTE\nFrom: General Secretariat\nTo: Delegations\nSubject: Oars\n\nText.',
    header: { id: 'EUCO-9-2019-INIT', codes: ['CO EUR 12', 'CONCL 5', 'OJ CRP2 19', 'CRS CRP 17'] },
    body: 'Text.',
  },
  'a working paper': {
    text: 'Council of the European Union\nGeneral Secretariat\n\nInterinstitutional files:\n2018/0900 (COD)\n\nBrussels, 5 May 2020\n\nWK 4711/2020 INIT\n\nLIMITE\n\nENFOCUSTOM\n\nWORKING DOCUMENT\n\nFrom: General Secretariat of the Council\nTo: Rowing Working Party\nN° prev. doc.: 5311/20\nSubject: Oars\n\nText.',
    header: { id: 'WK-4711-2020-INIT', to: 'Rowing Working Party', previous: '5311/20', subject: 'Oars' },
    body: 'Text.',
  },
  'labels apart, the body close behind': {
    text: 'Brussels, 3 March 2020\n(OR. en)\n\n6120/20\n\nENFOCUSTOM 31\n\nNOTE\n\nFrom:\nTo:\nSubject:\nPresidency\nDelegations\nOars and rowlocks of the boats\n- State of play\nThe rowers have counted all of the oars that they could find in the boats of the port.\nThey are many.',
    header: { from: 'Presidency', to: 'Delegations', subject: 'Oars and rowlocks of the boats - State of play' },
    body: 'The rowers have counted all of the oars that they could find in the boats of the port.\nThey are many.',
  },
  'a German sender in the genitive, values below': {
    text: 'EUROPÄISCHER RAT\nBrüssel, den 20. Juni 2019\n(OR. en)\nEUCO 9/19\nCO EUR 12\nÜBERMITTLUNGSVERMERK\ndes\nGeneralsekretariats des Rates\nfür die\nDelegationen\nBetr.: Ruder\n\nDie Delegationen erhalten in der Anlage die Ruder.',
    header: {
      id: 'EUCO-9-2019-INIT',
      kind: 'ÜBERMITTLUNGSVERMERK',
      from: 'Generalsekretariats des Rates',
      to: 'Delegationen',
      subject: 'Ruder',
      language: 'de',
    },
    body: 'Die Delegationen erhalten in der Anlage die Ruder.',
  },
});

describe('readHeader', () => {
  it.each(Object.entries(CASES))('%s', (_name, { text, header, body }) => {
    const read = readHeader(normalise(text));
    expect(read?.header).toMatchObject(header);
    expect(read?.body.trim()).toBe(body);
  });

  it.each(['an orchestra of 2 ENFOCUSTOM 7', 'COSI and the 5 oars'])(
    'leaves figures of a subject alone: %s',
    (subject) => {
      const text = `Brussels, 3 March 2020\n\n6120/20\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nSubject:\t${subject}\n\nText.`;
      expect(readHeader(text)?.header).toMatchObject({ subject, codes: [] });
    },
  );

  it.each([
    ['13708/2/18 REV 2', 'ST-13708-2018-REV-2'],
    ['13708/2/18', 'ST-13708-2018-REV-2'],
    ['11415/16\nADD 1', 'ST-11415-2016-ADD-1'],
    ['11415/16 ADD 1 COR 1', 'ST-11415-2016-ADD-1-COR-1'],
    ['CM 3120/1/15 REV 1', 'CM-3120-2015-REV-1'],
    ['SN 16/11', 'SN-16-2011-INIT'],
    ['PE-CONS 35/1/13 REV 1', 'PE-CONS-35-2013-REV-1'],
    ['ST 6855/1/2022 REV 1', 'ST-6855-2022-REV-1'],
    ['ST-13944-2022-INIT', 'ST-13944-2022-INIT'],
    ['WK 2345/2021 INIT', 'WK-2345-2021-INIT'],
    ['ST 6855/2022 REV 1', 'ST-6855-2022-REV-1'],
    ['10241/2019 ADD 1', 'ST-10241-2019-ADD-1'],
    ['ST 2012/2022 REV 1', 'ST-2012-2022-REV-1'],
    ['Interinstitutional File: 2013/0256 (COD)\n10241/13', 'ST-10241-2013-INIT'],
  ])('reads the number %s', (number, id) => {
    const text = `Brussels, 3 March 2020\n\n${number}\n\nENFOCUSTOM 3\n\nNOTE\n\nFrom:\tPresidency\nSubject:\tOars\n\nText.`;
    expect(readHeader(text)?.header.id).toBe(id);
  });

  it.each([
    ['10241/1/13\nCouncil of the\tREV 1 European Union\nLIMITE', '10241/1/13 REV 1'],
    ['10241/1/13\nEuropean Union\tREV 1', '10241/1/13 REV 1'],
    ['10241/1/13\n**Rat der**\tREV 1\nEuropäischen Union', '10241/1/13 REV 1'],
    ['10241/13\nConseil de\tADD 2\nl’Union européenne', '10241/13 ADD 2'],
    ['10241/1/13\nLIMITE\nREV 1', '10241/1/13 REV 1'],
  ])('takes in what stands below the number beside the name of the institution: %j', (number, printed) => {
    const text = `Brussels, 3 March 2020\n\n${number}\n\nENFOCUSTOM 3\n\nNOTE\n\nFrom:\tPresidency\nSubject:\tOars\n\nText.`;
    expect(readHeader(text)?.header.number.printed).toBe(printed);
  });

  it.each([
    'Just a letter.\nFrom: A friend\nSubject: Greetings\n\nHello.',
    '| file | document |\n|---|---|\n| a.txt | 6120/20, 3 March 2020, LIMITE |',
    'From: me\nTo: you\nSubject: about 6120/20\n\nHello.',
    '',
  ])('knows what is no Council document', (text) => {
    expect(readHeader(text)).toBeNull();
  });
});
