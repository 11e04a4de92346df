/** A page: the operators of its content, and objects it wants besides. */
export interface PdfPageSource {
  readonly content: string;
  /** More entries of the page's dictionary: `/Annots [9 0 R]`. */
  readonly entries?: string;
}

export interface PdfSource {
  readonly pages: readonly PdfPageSource[];
  /** More entries of the catalogue: `/Outlines 10 0 R`. */
  readonly catalogue?: string;
  /** More entries of the trailer: `/Info 11 0 R`. */
  readonly trailer?: string;
  /** Objects by their number, from 1000. */
  readonly objects?: Readonly<Record<number, string>>;
}

/** A PDF written by hand, for what no printer would make. The font is called `/F1`, Helvetica. */
export function pdfOf({ pages, catalogue = '', trailer = '', objects = {} }: PdfSource): Uint8Array {
  const bodies = new Map<number, string>();
  const first = 4;
  // Objects are named from 1000 in a source and lie beyond those of the pages.
  const moved = (text: string) =>
    text.replace(/\b(1\d{3}) 0 R/g, (_, number: string) => `${Number(number) + 20_000} 0 R`);
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${moved(catalogue)} >>`);
  bodies.set(
    2,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
  );
  bodies.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [i, { content, entries = '' }] of pages.entries()) {
    const resources = '/Resources << /Font << /F1 3 0 R >> /Properties << /Hidden 21000 0 R >> >>';
    bodies.set(
      first + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${first + 2 * i + 1} 0 R ${moved(entries)} >>`,
    );
    bodies.set(first + 2 * i + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const [number, body] of Object.entries(objects)) bodies.set(Number(number) + 20_000, moved(body));
  let file = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of [...bodies].sort(([a], [b]) => a - b)) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  file += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, offset] of offsets) file += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${Math.max(...offsets.keys()) + 1} /Root 1 0 R ${moved(trailer)} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** Lines of text from the top of a page, 12 point on 15. */
export function textOfPage(lines: readonly string[], top = 780): string {
  return lines
    .map((line, i) => `BT /F1 12 Tf 1 0 0 1 70 ${top - 15 * i} Tm (${line.replace(/[\\()]/g, '\\$&')}) Tj ET`)
    .join('\n');
}

/** The first page of an invented document. */
export const HEADER = [
  'Brussels, 3 March 2020',
  '(OR. en)',
  '',
  '6120/20',
  '',
  'LIMITE',
  '',
  'ENFOCUSTOM 31',
  '',
  'NOTE',
  '',
  'From: Presidency',
  'To: Delegations',
  'Subject: Oars',
  '',
] as const;
