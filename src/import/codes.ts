import { withoutN } from './normalise.ts';

/** Subject codes by which a mangled or misplaced one is recognised; others are taken as they stand. */
const KNOWN = (
  'ENFOCUSTOM UD JAI COSI ENFOPOL CRIMORG DAPIX IXIM GENVAL CATS COPEN DROIPEN CORDROGUE EUROPOL EUROJUST EPPO COTER CT ' +
  'FRONT SIRIS SCHENGEN COMIX MIGR VISA CYBER PROCIV JAIEX CODEC GAF FISC COMER MI INF API JUR RELEX CFSP/PESC CSDP/PSDC ' +
  'COHOM CIVCOM POLGEN POLMIL ECOFIN FIN BUDGET TRANS AVIATION MAR ENV AGRI SAN TELECOM TELE DATAPROTECT FREMP JUSTCIV ' +
  'EJUSTICE CONSOM COMPET IND RECH ENER ENT ELARG INST PARLNAT CONOP COARM CONUN COASI COEST COWEB COMAG COAFR WTO ASIM ' +
  'EUROMED PESC DEVGEN ACP EVAL SOC EDUC PROAPP POLARM HYBRID RESPR IPCR PECHE PRESSE LIMES CRS/CRP CADREFIN ASILE'
).split(' ');
const KNOWN_SET = new Set(KNOWN);
const BY_REST = new Map(KNOWN.filter((code) => code.includes('N')).map((code) => [withoutN(code), code]));
/** Codes of two words. */
const TWO_WORDS = 'PV/CONS|PV CONS|PR CO|CO EUR-PREP|DE PAYS';
/** Words in capitals with a figure behind them that are no codes. */
const NOT_CODES = new Set(
  'REV ADD COR EXT DCL AMD INIT LIMITE PUBLIC OR ST CM DS SN PE XT WK PV AD LT DG DGD EN FR DE UE EU ANNEX NOTE PAGE NO NR COM SWD SEC JOIN'.split(
    ' ',
  ),
);
const ONE = new RegExp(
  `(?<![\\p{L}\\d/\ufffd-])((?:${TWO_WORDS}|[A-Z\ufffde][A-Z\ufffd]*(?:[/-][A-Z]+)*))[ ]{0,3}(\\d{1,4})(?![\\d/.,]\\d|\\d|/|\\p{L})`,
  'gu',
);

export interface FoundCode {
  /** `ENFOCUSTOM 155`. */
  readonly code: string;
  /** Whether the letters are a code of the list, perhaps after repair. */
  readonly known: boolean;
  readonly start: number;
  readonly end: number;
}

/** Subject codes with their running numbers, in order; `lossy` text has lost capital Ns, which are put back. */
export function findCodes(text: string, lossy: boolean): FoundCode[] {
  const found: FoundCode[] = [];
  for (const m of text.matchAll(ONE)) {
    let start = m.index;
    let letters = (m[1] ?? '').toUpperCase();
    if (NOT_CODES.has(letters) || /^[IVX]+$/.test(letters)) continue;
    if (lossy && !KNOWN_SET.has(letters)) {
      // The lost letter may have left a space: take in what stands before it on the same line.
      const before = /(?:^|[^\p{L}\d])((?:[A-Z]{1,6} ){1,3})$/u.exec(text.slice(Math.max(0, start - 24), start));
      const words = before?.[1] ?? '';
      for (let from = 0; from <= words.length; from = words.indexOf(' ', from) + 1 || words.length + 1) {
        const repaired = BY_REST.get(withoutN(words.slice(from) + letters));
        if (!repaired) continue;
        start -= words.length - from;
        letters = repaired;
        break;
      }
    }
    found.push({
      code: `${letters} ${Number(m[2])}`,
      known: KNOWN_SET.has(letters),
      start,
      end: m.index + m[0].length,
    });
  }
  return found;
}
