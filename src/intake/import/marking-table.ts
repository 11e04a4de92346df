/**
 * Security classifications as printed: the table of equivalents in the appendix of Council Decision 2013/488/EU, with
 * forms of agencies and of other organisations, and those that were in use before them.
 */

/** Words of the levels that stand with the name of an organisation: `SECRET UE`, `EU RESTRICTED`, `NATO SECRET`. */
export const LEVELS = [
  'TRÈS SECRET',
  'TOP SECRET',
  'SECRET',
  'CONFIDENTIEL',
  'CONFIDENTIAL',
  'RESTREINT',
  'RESTRICTED',
] as const;

/** Whose classification it is. */
export const OWNERS = [
  'EURATOM',
  'EUROPOL',
  'EUROJUST',
  'EURA',
  'UE',
  'EU',
  'NATO',
  'OTAN',
  'COSMIC',
  'WEU',
  'UEO',
  'FOCAL',
  'ESA',
  'UK',
  'LUX',
  'DÉFENSE',
] as const;

/** What a level is shortened to, alone or in the mark of a portion: `(R-UE/EU-R)`. */
export const SHORT = [
  'TS-UE/EU-TS',
  'S-UE/EU-S',
  'C-UE/EU-C',
  'R-UE/EU-R',
  'TS-UE',
  'EU-TS',
  'S-UE',
  'EU-S',
  'C-UE',
  'EU-C',
  'R-UE',
  'EU-R',
] as const;

/** Classifications of the Member States, which need no owner. */
export const NATIONAL: Readonly<Record<string, readonly string[]>> = {
  be: [
    'TRÈS SECRET',
    'SECRET',
    'CONFIDENTIEL',
    'DIFFUSION RESTREINTE',
    'ZEER GEHEIM',
    'GEHEIM',
    'VERTROUWELIJK',
    'BEPERKTE VERSPREIDING',
  ],
  bg: ['СТРОГО СЕКРЕТНО', 'СЕКРЕТНО', 'ПОВЕРИТЕЛНО', 'ЗА СЛУЖЕБНО ПОЛЗВАНЕ'],
  cz: ['PŘÍSNĚ TAJNÉ', 'TAJNÉ', 'DŮVĚRNÉ', 'VYHRAZENÉ'],
  dk: ['YDERST HEMMELIGT', 'HEMMELIGT', 'FORTROLIGT', 'TIL TJENESTEBRUG', 'BEGRÆNSET'],
  de: [
    'STRENG GEHEIM',
    'GEHEIM',
    'VS-VERTRAULICH',
    'VERTRAULICH',
    'VS-NUR FÜR DEN DIENSTGEBRAUCH',
    'NUR FÜR DEN DIENSTGEBRAUCH',
    'VS-NFD',
  ],
  ee: ['TÄIESTI SALAJANE', 'SALAJANE', 'KONFIDENTSIAALNE', 'PIIRATUD'],
  ie: ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED'],
  el: ['ΑΚΡΩΣ ΑΠΟΡΡΗΤΟ', 'ΑΠΟΡΡΗΤΟ', 'ΕΜΠΙΣΤΕΥΤΙΚΟ', 'ΠΕΡΙΟΡΙΣΜΕΝΗΣ ΧΡΗΣΗΣ'],
  es: ['SECRETO', 'RESERVADO', 'CONFIDENCIAL', 'DIFUSIÓN LIMITADA'],
  fr: ['TRÈS SECRET DÉFENSE', 'SECRET DÉFENSE', 'CONFIDENTIEL DÉFENSE', 'TRÈS SECRET', 'RESTREINT'],
  hr: ['VRLO TAJNO', 'TAJNO', 'POVJERLJIVO', 'OGRANIČENO'],
  it: ['SEGRETISSIMO', 'SEGRETO', 'RISERVATISSIMO', 'RISERVATO'],
  lv: ['SEVIŠĶI SLEPENI', 'SLEPENI', 'KONFIDENCIĀLI', 'DIENESTA VAJADZĪBĀM'],
  lt: ['VISIŠKAI SLAPTAI', 'SLAPTAI', 'KONFIDENCIALIAI', 'RIBOTO NAUDOJIMO'],
  lu: ['TRÈS SECRET LUX', 'SECRET LUX', 'CONFIDENTIEL LUX', 'RESTREINT LUX'],
  hu: ['SZIGORÚAN TITKOS', 'TITKOS', 'BIZALMAS', 'KORLÁTOZOTT TERJESZTÉSŰ'],
  mt: ['L-OGĦLA SEGRETEZZA', 'SIGRIET', 'KUNFIDENZJALI', 'RISTRETT'],
  nl: ['STG. ZEER GEHEIM', 'STG. GEHEIM', 'STG. CONFIDENTIEEL', 'DEP. VERTROUWELIJK', 'CONFIDENTIEEL'],
  at: ['STRENG GEHEIM', 'GEHEIM', 'VERTRAULICH', 'EINGESCHRÄNKT'],
  pl: ['ŚCIŚLE TAJNE', 'TAJNE', 'POUFNE', 'ZASTRZEŻONE'],
  pt: ['MUITO SECRETO', 'SECRETO', 'CONFIDENCIAL', 'RESERVADO'],
  ro: ['STRICT SECRET DE IMPORTANȚĂ DEOSEBITĂ', 'STRICT SECRET', 'SECRET', 'SECRET DE SERVICIU'],
  si: ['STROGO TAJNO', 'TAJNO', 'ZAUPNO', 'INTERNO'],
  sk: ['PRÍSNE TAJNÉ', 'TAJNÉ', 'DÔVERNÉ', 'VYHRADENÉ'],
  fi: [
    'ERITTÄIN SALAINEN',
    'YTTERST HEMLIG',
    'SALAINEN',
    'HEMLIG',
    'LUOTTAMUKSELLINEN',
    'KONFIDENTIELL',
    'KÄYTTÖ RAJOITETTU',
    'BEGRÄNSAD TILLGÅNG',
  ],
  se: [
    'KVALIFICERAT HEMLIG',
    'HEMLIG AV SYNNERLIG BETYDELSE FÖR RIKETS SÄKERHET',
    'HEMLIG',
    'KONFIDENTIELL',
    'BEGRÄNSAT HEMLIG',
  ],
  uk: ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED', 'OFFICIAL-SENSITIVE'],
};

/** What may follow a marking: how far it may be passed on, and till when it holds. */
export const CAVEATS = [
  'RELEASABLE TO',
  'REL TO',
  'ONLY',
  'EYES',
  'NOFORN',
  'ATOMAL',
  'CRYPTO',
  'ORCON',
  'ANNEX',
  'ANNEXE',
  'LIMITE',
  'PAGE',
  'OF',
  'COPY',
  'NO',
  'STRICTLY',
  'SECURITY CLASSIFICATION',
  'MARKING',
] as const;
