import { findDate, findNumericDate } from './date.ts';

export type AccessStatus = 'public' | 'partial' | 'limite' | 'declassified';

export interface AccessLine {
  readonly status: 'public' | 'partial';
  /** Day of the decision, `YYYY-MM-DD`; null where the conversion lost it. */
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
}

/** The stamp of a decision on access, in the header languages; capital N may be lost. */
const PARTIAL = [
  'DOCUMEN?[ ]?T\\s+PARTIALLY\\s+ACCESSIBLE\\s+TO\\s+THE\\s+PUBLIC',
  'DOCUMENT\\s+PARTIELLEMENT\\s+ACCESSIBLE\\s+AU\\s+PUBLIC',
  '(?:DOKUMENT\\s+)?(?:TEILWEISE\\s+(?:ÖFFENTLICH\\s+ZUGÄNGLICH|ZUGÄNGLICH)|DER\\s+ÖFFENTLICHKEIT\\s+TEILWEISE\\s+ZUGÄNGLICH)[A-ZÄÖÜ ]{0,30}',
  '(?:HANDLING|DOKUMENT)[A-ZÅÄÖ ]{0,12}\\s+DELVIS\\s+TILLGÄNGLIG\\w?\\s+FÖR\\s+ALLMÄNHETEN',
  'GEDEELTELIJK\\s+(?:VOOR\\s+HET\\s+PUBLIEK\\s+TOEGANKELIJK|TOEGANKELIJK\\s+VOOR\\s+HET\\s+PUBLIEK)(?:\\s+DOCUMENT)?',
  'ΕΓΓΡΑΦΟ\\s+ΕΝ\\s+ΜΕΡΕΙ\\s+ΠΡΟΣΙΤΟ\\s+ΣΤΟ\\s+ΚΟΙΝΟ',
].join('|');
const FULL = [
  'DOCUMEN?[ ]?T\\s+(?:FULLY\\s+|ENTIRELY\\s+)?ACCESSIBLE\\s+TO\\s+THE\\s+PUBLIC',
  'DOCUMENT\\s+(?:ENTIÈREMENT\\s+)?ACCESSIBLE\\s+AU\\s+PUBLIC',
].join('|');
const STAMP = new RegExp(`(?:(${PARTIAL})|(${FULL}))(\\s{0,4}\\(([^()\\n]{0,24})\\))?`, 'iu');

/** Finds the stamp in a text; its date may be in the parentheses behind it. */
export function findAccessLine(text: string): AccessLine | null {
  const match = STAMP.exec(text);
  if (!match) return null;
  const printed = match[4] ?? '';
  return {
    status: match[1] ? 'partial' : 'public',
    date: (findNumericDate(printed) ?? findDate(printed))?.date ?? null,
    start: match.index,
    end: match.index + match[0].length,
  };
}
