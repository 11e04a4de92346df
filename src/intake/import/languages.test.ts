import { describe, expect, it } from 'vitest';
import { importDocument } from './document.ts';
import { LANGUAGES, languageOfText } from './languages.ts';

/** Sender, addressee and date as each language prints them. */
const PRINTED: Readonly<Record<string, readonly [from: string, to: string, date: string]>> = {
  bg: ['Председателството', 'Делегациите', '3 март 2020 г.'],
  cs: ['Předsednictví', 'Delegace', '3. března 2020'],
  da: ['formandskabet', 'delegationerne', 'den 3. marts 2020'],
  de: ['Vorsitz', 'Delegationen', 'den 3. März 2020'],
  el: ['Προεδρία', 'Αντιπροσωπίες', '3 Μαρτίου 2020'],
  en: ['Presidency', 'Delegations', '3 March 2020'],
  es: ['Presidencia', 'Delegaciones', '3 de marzo de 2020'],
  et: ['Eesistujariik', 'Delegatsioonid', '3. märts 2020'],
  fi: ['Puheenjohtajavaltio', 'Valtuuskunnat', '3. maaliskuuta 2020'],
  fr: ['la présidence', 'délégations', 'le 3 mars 2020'],
  ga: ['An Uachtaránacht', 'Na Toscaireachtaí', '3 Márta 2020'],
  hr: ['Predsjedništvo', 'Delegacije', '3. ožujka 2020.'],
  hu: ['az elnökség', 'a delegációk', '2020. március 3.'],
  it: ['presidenza', 'delegazioni', '3 marzo 2020'],
  lt: ['pirmininkaujanti valstybė narė', 'delegacijos', '2020 m. kovo 3 d.'],
  lv: ['prezidentvalsts', 'delegācijas', '2020. gada 3. martā'],
  mt: ['il-Presidenza', 'id-delegazzjonijiet', "it-3 ta' Marzu 2020"],
  nl: ['het voorzitterschap', 'de delegaties', '3 maart 2020'],
  pl: ['Prezydencja', 'Delegacje', '3 marca 2020 r.'],
  pt: ['Presidência', 'Delegações', '3 de março de 2020'],
  ro: ['Președinția', 'Delegațiile', '3 martie 2020'],
  sk: ['predsedníctvo', 'delegácie', '3. marca 2020'],
  sl: ['predsedstvo', 'delegacije', '3. marec 2020'],
  sv: ['ordförandeskapet', 'delegationerna', 'den 3 mars 2020'],
};

const first = (list: string) => list.split('|')[0] ?? '';
const BODY = 'bbb xyz.';

/** A first page in a language: labels beside their values, labels apart from them, or everything on one line. */
const LAYOUTS: Readonly<
  Record<string, (head: readonly string[], labels: readonly (readonly [string, string])[], cue: string) => string>
> = {
  'line by line': (head, labels, cue) =>
    [...head, ...labels.map(([label, value]) => `${label}:\t${value}`), '', `${cue} ${BODY}`].join('\n'),
  'labels apart': (head, labels, cue) =>
    [
      ...head,
      ...labels.map(([label]) => `${label}:`),
      '',
      ...labels.map(([, value]) => value),
      '',
      `${cue} ${BODY}`,
    ].join('\n'),
  'one line': (head, labels, cue) =>
    [...head, ...labels.map(([label, value]) => `${label}: ${value}`), cue, BODY].join(' ').replace(/ +/g, ' '),
};

describe.each(Object.entries(LAYOUTS))('a header, %s', (_name, layout) => {
  it.each(Object.keys(LANGUAGES))('is read in %s', (code) => {
    const words = LANGUAGES[code];
    const [from, to, date] = PRINTED[code] ?? [];
    if (!words || !from || !to || !date) throw new Error(code);
    const kind = words.kinds.split('|')[1] ?? '';
    const head = [
      words.institution,
      '',
      `Bruxelles, ${date}`,
      '(OR. en)',
      '',
      '6120/1/20',
      'REV 1',
      '',
      'LIMITE',
      '',
      'ENFOCUSTOM 31',
      'JAI 222',
      '',
      kind,
      '',
    ];
    const labels = [
      [first(words.from), from],
      [first(words.to), to],
      [first(words.previous), '6000/20'],
      [first(words.commission), 'COM(2020) 12 final'],
      [first(words.subject), 'Oxo abc'],
    ] as const;
    const cue = code === 'en' ? 'Delegations will find' : first(words.cues);
    const outcome = importDocument('a.txt', new TextEncoder().encode(layout(head, labels, cue)));
    if (outcome.kind !== 'document') throw new Error(outcome.reason);
    expect(outcome.header).toMatchObject({
      id: 'ST-6120-2020-REV-1',
      date: '2020-03-03',
      originalLanguage: 'en',
      language: code,
      kind: kind.replaceAll('"', "'"),
      from,
      to,
      previous: '6000/20',
      commission: 'COM(2020) 12 final',
      subject: 'Oxo abc',
      meetingDate: null,
      limite: true,
      codes: ['ENFOCUSTOM 31', 'JAI 222'],
    });
    expect(outcome.markdown).toBe(`${cue.trim()} ${BODY}\n`);
    expect(outcome.facts.warnings.join()).not.toContain('language');
  });
});

it('tells a language by its commonest words, and none where they do not tell', () => {
  expect(languageOfText('The oars of the boats that lie in the port are for the use of those who row.')).toBe('en');
  expect(
    languageOfText(
      'Die Ruder der Boote, die in dem Hafen liegen, sind nicht für den Gebrauch von anderen und werden verwahrt.',
    ),
  ).toBe('de');
  expect(languageOfText('6120/20')).toBeNull();
});
