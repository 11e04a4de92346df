import { bare } from './normalise.ts';

export type Field = 'from' | 'to' | 'on' | 'previous' | 'commission' | 'subject' | 'status' | 'other';

export interface Label {
  readonly field: Field;
  /** Two letters, or null where several languages share the word. */
  readonly language: string | null;
}

/** The labels of a header as printed, by language and field; `status` is what a declassification leaves, `other` is known but not kept. */
const LABELS: Record<string, Partial<Record<Field, readonly string[]>>> = {
  en: {
    from: ['From'],
    to: ['To'],
    on: ['On', 'Date', 'Meeting date', 'Date of meeting'],
    previous: [
      'No. prev. doc.',
      'No. prev. docs.',
      'o. prev. doc.',
      'Prev. doc.',
      'Previous document',
      'No. of prev. doc.',
    ],
    commission: [
      'No. Cion doc.',
      'No. Cion docs.',
      'No. Cion prop.',
      'o. Cion doc.',
      'Cion doc.',
      'No. Comm. doc.',
      'No. Commission doc.',
    ],
    subject: ['Subject', 'Subj.'],
    status: ['new status'],
    other: [
      'date of receipt',
      'of document',
      'dated',
      'of',
      'No. initiative',
      'No. doc.',
      'No. opinion',
      'No. other doc.',
    ],
  },
  fr: {
    from: ['Origine', 'Expéditeur'],
    to: ['Destinataire', 'au', 'aux', 'à la', 'Destinataires'],
    on: ['en date du', 'Date de la réunion'],
    previous: ['N° doc. préc.', 'Nº doc. préc.', 'No doc. préc.', 'Doc. préc.'],
    commission: ['N° doc. Cion', 'N° prop. Cion', 'No doc. Cion', 'No prop. Cion', 'Doc. Cion'],
    subject: ['Objet'],
    status: ['nouveau statut'],
    other: ['Date de réception', 'du document', 'en date'],
  },
  de: {
    from: ['von', 'Absender', 'des', 'der'],
    to: ['an', 'Empfänger', 'für die', 'an die', 'für den'],
    on: ['vom', 'am', 'Sitzung vom'],
    previous: ['Nr. Vordok.', 'Nr. Vordokument', 'Vordok.', 'Nr. Vordoks.'],
    commission: [
      'Nr. Komm.dok.',
      'Nr. Kommissionsdok.',
      'Nr. Kommissionsvorschlag',
      'Nr. Kommissionsdokument',
      'Nr. Kom. dok.',
    ],
    subject: ['Betr.', 'Betreff', 'Betrifft'],
    status: ['neuer Status'],
    other: ['Eingangsdatum', 'des Dokuments'],
  },
  sv: {
    from: ['från'],
    to: ['till'],
    on: ['den', 'möte den', 'sammanträde den'],
    previous: ['Föreg. dok. nr', 'Föreg. dok.', 'Tidigare dok. nr', 'nr föreg. dok.', 'Tidigare dok.'],
    commission: ['Komm. dok. nr', 'Komm. förslag nr', 'nr Komm. dok.', 'Komm. dok.', 'Komm.dok.nr', 'Kom. dok. nr'],
    subject: ['Ärende', 'Angående'],
    status: ['ny status'],
    other: ['mottagen den', 'inkommet den', 'inkom den', 'för dokument', 'av den', 'Mottaget den'],
  },
  nl: {
    from: ['van', 'afkomstig van'],
    to: ['aan'],
    on: ['d.d.', 'Datum vergadering', 'Vergadering van'],
    previous: ['nr. vorig doc.', 'nr. vorige doc.', 'vorig doc.', 'nr. vorig document'],
    commission: ['nr. Comdoc.', 'nr. Commissievoorstel', 'nr. Comvoorstel', 'Nr. Comm. doc.'],
    subject: ['Betreft', 'Onderwerp'],
    status: ['nieuwe status', 'nieuwe rubricering'],
    other: ['ingekomen', 'Ontvangst', 'datum ontvangst', 'van document'],
  },
  el: {
    from: ['Από', 'Αποστολέας', 'της', 'του'],
    to: ['Προς', 'Αποδέκτης', 'προς την', 'προς τις', 'προς το'],
    on: ['στις', 'Ημερομηνία συνεδρίασης'],
    previous: ['αριθ. προηγ. εγγρ.', 'αρ. προηγ. εγγρ.', 'Αριθ. προηγ. εγγράφου', 'αριθ. προηγ. εγγράφων'],
    commission: ['αριθ. εγγρ. Επιτρ.', 'αριθ. πρότ. Επιτρ.', 'αρ. εγγρ. Επιτρ.', 'Αριθ. εγγρ. Επιτροπής'],
    subject: ['Θέμα'],
    status: ['νέο καθεστώς'],
    other: ['Ημερομηνία παραλαβής', 'του εγγράφου', 'με ημερομηνία'],
  },
  da: {
    from: ['fra'],
    to: ['til'],
    previous: ['Tidl. dok. nr.', 'Tidl. dok.'],
    commission: ['Komm. forsl. nr.', 'Komm. dok. nr.'],
    subject: ['Vedr.'],
    other: ['modtaget'],
  },
  es: {
    to: ['para', 'Destinatario'],
    previous: ['N.º doc. prec.', 'N° doc. prec.'],
    commission: ['N.º doc. Ción.', 'N.° prop. Ción.'],
    subject: ['Asunto'],
  },
  it: {
    from: ['da', 'Mittente'],
    previous: ['n. doc. prec.'],
    commission: ['n. doc. Comm.', 'n. prop. Comm.'],
    subject: ['Oggetto'],
  },
  pt: {
    previous: ['n.º doc. ant.'],
    commission: ['n.º doc. Com.'],
    subject: ['Assunto'],
  },
  fi: {
    from: ['Lähettäjä'],
    to: ['Vastaanottaja'],
    previous: ['Ed. asiak. nro'],
    commission: ['Kom:n asiak. nro'],
    subject: ['Asia'],
  },
  pl: {
    from: ['Od'],
    to: ['Do'],
    previous: ['Nr poprz. dok.'],
    commission: ['Nr dok. Kom.'],
    subject: ['Dotyczy'],
  },
};
/** Words that several languages share: they say the field, not the language. */
const SHARED: Partial<Record<Field, readonly string[]>> = { from: ['de'], to: ['a', 'à'] };

const BY_KEY = new Map<string, Label>();
for (const [language, fields] of [...Object.entries(LABELS), [null, SHARED] as const]) {
  for (const [field, names] of Object.entries(fields)) {
    for (const name of names) if (!BY_KEY.has(bare(name))) BY_KEY.set(bare(name), { field: field as Field, language });
  }
}

/** The label that these words are, in whatever spacing, dots, accents and case; else null. */
export function labelOf(words: string): Label | null {
  return words.length > 40 ? null : (BY_KEY.get(bare(words)) ?? null);
}

export interface Labelled extends Label {
  /** What stands on the line behind the label, trimmed; may be empty. */
  readonly value: string;
}

/** A line that begins with a label and a colon or tab, or is nothing but a label. */
export function labelledLine(line: string): Labelled | null {
  const trimmed = line.trim();
  const colonless = /^N?o\.? ?(?:of )?(prev|Cion)\.? ?(?:docs?|prop)\.?(?=\s|$)/i.exec(trimmed);
  const split = /^([^:\t]{1,40}?)\s*(:|\t|$)/.exec(trimmed);
  if (split) {
    const label = labelOf(split[1] ?? '');
    // A lone short word is a label only with its colon: "To" or "de" also begins a sentence.
    const sure = split[2] !== '' || (bare(split[1] ?? '').length > 4 && label?.field !== 'other');
    if (label && sure)
      return {
        ...label,
        value: trimmed
          .slice(split[0].length)
          .replace(/^[\s:|]+/, '')
          .trim(),
      };
  }
  if (!colonless) return null;
  const field = /cion/i.test(colonless[1] ?? '') ? 'commission' : 'previous';
  return {
    field,
    language: 'en',
    value: trimmed
      .slice(colonless[0].length)
      .replace(/^[\s:]+/, '')
      .trim(),
  };
}

/**
 * Breaks a line that holds several header items (merged columns, a whole first page) before each label, as far as
 * the subject: what follows that is text.
 */
export function splitAtLabels(line: string): string[] {
  const cuts = new Set<number>();
  const stop = line.slice(0, 6000);
  for (const match of stop.matchAll(/\bN?o\.? ?(?:prev|Cion)\.? ?(?:docs?|prop)\.?(?=[\s:])/g)) {
    if (match.index > 0) cuts.add(match.index);
  }
  for (let colon = stop.indexOf(':'); colon >= 0; colon = stop.indexOf(':', colon + 1)) {
    const found = labelBefore(stop, colon);
    if (!found) continue;
    if (found.start > 0) cuts.add(found.start);
    if (found.label.field === 'subject') break;
  }
  const points = [0, ...[...cuts].sort((a, b) => a - b), line.length];
  const pieces: string[] = [];
  for (let i = 0; i + 1 < points.length; i++) pieces.push(line.slice(points[i], points[i + 1]).trim());
  return pieces.filter((piece) => piece !== '');
}

/** The longest run of up to five words that ends at the colon and is a label. */
function labelBefore(text: string, colon: number): { label: Label; start: number } | null {
  const before = text.slice(Math.max(0, colon - 48), colon).trimEnd();
  const offset = Math.max(0, colon - 48);
  let best: { label: Label; start: number } | null = null;
  let end = before.length;
  for (let words = 0; words < 5 && end > 0; words++) {
    const space = before.lastIndexOf(' ', end - 1);
    const label = labelOf(before.slice(space + 1));
    if (label) best = { label, start: offset + space + 1 };
    end = space;
    if (space < 0) break;
  }
  return best;
}
