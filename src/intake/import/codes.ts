import { isMonth } from './date.ts';
import { withoutN } from './normalise.ts';

/** Subject codes by which a mangled or misplaced one is recognised; others are taken as they stand. */
const KNOWN = (
  'ENFOCUSTOM UD JAI COSI ENFOPOL CRIMORG DAPIX IXIM GENVAL CATS COPEN DROIPEN CORDROGUE EUROPOL EUROJUST EPPO COTER CT ' +
  'FRONT SIRIS SCHENGEN COMIX MIGR VISA CYBER PROCIV JAIEX CODEC GAF FISC COMER MI INF API JUR RELEX CFSP/PESC CSDP/PSDC ' +
  'COHOM CIVCOM POLGEN POLMIL ECOFIN FIN BUDGET TRANS AVIATION MAR ENV AGRI SAN TELECOM TELE DATAPROTECT FREMP JUSTCIV ' +
  'EJUSTICE CONSOM COMPET IND RECH ENER ENT ELARG INST PARLNAT CONOP COARM CONUN COASI COEST COWEB COMAG COAFR WTO ASIM ' +
  'EUROMED PESC DEVGEN ACP EVAL SOC EDUC PROAPP POLARM HYBRID RESPR IPCR PECHE PRESSE LIMES CRS/CRP CADREFIN ASILE CONCL COTRA COSDP CORLX CSC LEX REGIO SOC STATIS UEM POLCOM NT ATO ONU ASIE AELE'
).split(' ');
const KNOWN_SET = new Set(KNOWN);
const BY_REST = new Map(KNOWN.filter((code) => code.includes('N')).map((code) => [withoutN(code), code]));
/** Codes of two words. */
const TWO_WORDS =
  'PV[/ ]CONS|OJ[/ ]CONS|PR ?CO|CO EUR-PREP|CO EUR|DE PAYS|(?:OJ|CRS)[/ ](?:CRP[12](?= \\d)|CRP(?!\\d))';
/** Words in capitals with a figure behind them that are no codes. */
const NOT_CODES = new Set(
  'REV ADD COR EXT DCL AMD INIT LIMITE PUBLIC OR ST CM DS SN PE XT WK PV AD LT DG DGD EN FR DE UE EU ANNEX NOTE PAGE NO NR CRP COM SWD SEC JOIN'.split(
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
  const upper = text.replace(/\bPresse (?=\d)/g, 'PRESSE ');
  for (const m of upper.matchAll(ONE)) {
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
    if (letters === 'PRCO') letters = 'PR CO';
    if (isMonth(letters)) continue;
    found.push({
      code: `${letters} ${Number(m[2])}`,
      known: KNOWN_SET.has(letters) || letters.includes(' '),
      start,
      end: m.index + m[0].length,
    });
  }
  return found;
}

/**
 * Those of the codes that stand in a row with one of the list, or with the document's number: elsewhere on a page words
 * in capitals have figures behind them, too.
 */
export function inRows(
  text: string,
  found: readonly FoundCode[],
  number: { readonly end: number } | null,
): FoundCode[] {
  const rows: FoundCode[][] = [];
  for (const code of found) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && /^[\s|,;-]*$/.test(text.slice(last.end, code.start))) row.push(code);
    else rows.push([code]);
  }
  return rows
    .filter((row) => row.some(({ known }) => known) || (number && text.slice(number.end, row[0]?.start).trim() === ''))
    .flat();
}
