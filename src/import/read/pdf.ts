import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { splitFurniture } from './pdf-furniture.ts';
import { blocksOf, type PdfBlock } from './pdf-lines.ts';
import { CONCEALMENTS, type Concealment, type Layers, paintPage } from './pdf-paint.ts';
import { textOfPages } from './pdf-text.ts';
import { complaint, plural, type ReadText, UnreadableError } from './reading.ts';

/** The longest Council documents have some hundred pages. */
export const MOST_PAGES = 2_000;

// pdf.js wants the browser's geometry for drawing, which is never done here.
globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix;
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The text that a PDF shows on its pages. Throws `UnreadableError`. */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  if (!Buffer.from(bytes.subarray(-2048)).includes('%%EOF')) {
    throw new UnreadableError('the PDF is cut off: its end is missing. Fetch it again');
  }
  const document = await open(bytes);
  try {
    if (document.numPages > MOST_PAGES) {
      throw new UnreadableError(
        `the PDF has ${document.numPages} pages: more than ${MOST_PAGES} are not read. Split it`,
      );
    }
    return await readPages(document);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await pdfjs.getDocument({
      // A copy, which pdf.js may keep for itself.
      data: Uint8Array.from(bytes),
      verbosity: 0,
      stopAtErrors: true,
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      disableFontFace: true,
      fontExtraProperties: true,
      maxImageSize: 1,
      cMapUrl: `${join(folder, 'cmaps')}/`,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new UnreadableError('the PDF is encrypted: open it with its password and save it without');
    }
    throw new UnreadableError(`the PDF is damaged (${complaint(error)}): fetch or make it again`);
  }
}

async function readPages(document: PDFDocumentProxy): Promise<ReadText> {
  const layers = (await document.getOptionalContentConfig()) as unknown as Layers;
  const pages: { number: number; height: number; right: number; noteRule: number | null; blocks: PdfBlock[] }[] = [];
  const concealed = { covered: '', invisible: '', layer: '', outside: '' };
  const concealing: Record<Concealment, number[]> = { covered: [], invisible: [], layer: [], outside: [] };
  const silent: number[] = [];
  let turned = '';
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const painted = await paintPage(page, layers);
      const blocks = blocksOf(painted);
      for (const why of CONCEALMENTS) {
        if (painted.concealed[why].trim() === '') continue;
        concealed[why] += `\n${painted.concealed[why]}`;
        concealing[why].push(number);
      }
      if (blocks.length === 0 && painted.pictures > 0) silent.push(number);
      turned += `${painted.turned}\n`;
      const right = rightEdge(blocks, painted.width);
      const short = painted.rules.filter(
        (r) => r.x1 - r.x0 > 40 && r.x1 - r.x0 < painted.width / 2 && r.y1 - r.y0 < 3 && r.y0 > painted.height / 3,
      );
      pages.push({ number, height: painted.height, right, noteRule: short.at(-1)?.y0 ?? null, blocks });
      page.cleanup();
    } catch (error) {
      if (error instanceof UnreadableError) throw error;
      throw new UnreadableError(`the PDF is damaged on page ${number} (${complaint(error)}): fetch or make it again`);
    }
  }
  if (silent.length === pages.length) {
    throw new UnreadableError(
      'the PDF holds pictures of pages and no text to be seen: have its text recognised (OCR), then import that',
    );
  }
  const { body, furniture } = splitFurniture(pages);
  const text = textOfPages(pages.map((page, index) => ({ ...page, blocks: body[index] ?? [] })));
  if (text.trim() === '') throw new UnreadableError('the PDF holds no text to be seen');
  const warnings = [...concealmentWarnings(concealing), ...(await besides(document))];
  if (silent.length > 0) warnings.push(`${onPages(silent)}: a picture and no text; what it shows is missing`);
  return {
    ok: true,
    text,
    furniture: [...furniture, turned].join('\n'),
    hidden: Object.values(concealed).join('\n'),
    warnings,
    pages: document.numPages,
  };
}

/** Where the lines of a page end at the right, but for a few that stand out. */
function rightEdge(blocks: readonly PdfBlock[], width: number): number {
  const ends = blocks
    .flatMap((block) => (block.kind === 'line' && !block.text.includes('\t') ? [block.x1] : []))
    .sort((a, b) => a - b);
  return Math.max(ends[Math.floor(ends.length * 0.97)] ?? 0, width * 0.6);
}

const CONCEALED: Readonly<Record<Concealment, string>> = {
  covered: 'text under a box or picture',
  invisible: 'text that cannot be seen',
  layer: 'text on a layer that is switched off',
  outside: 'text beyond the edge of the page',
};

function concealmentWarnings(concealing: Readonly<Record<Concealment, readonly number[]>>): string[] {
  return CONCEALMENTS.flatMap((why) =>
    concealing[why].length > 0 ? [`left out of the PDF: ${CONCEALED[why]}, ${onPages(concealing[why])}`] : [],
  );
}

const onPages = (pages: readonly number[]) =>
  `page${pages.length === 1 ? '' : 's'} ${pages.slice(0, 12).join(', ')}${pages.length > 12 ? ' …' : ''}`;

/** What a PDF carries besides its pages; counted, its words are not repeated. */
async function besides(document: PDFDocumentProxy): Promise<string[]> {
  const found: string[] = [];
  const add = (count: number, one: string, several?: string) => {
    if (count > 0) found.push(plural(count, one, several));
  };
  add(countItems((await document.getOutline()) ?? []), 'bookmark');
  add(Object.keys((await document.getAttachments()) ?? {}).length, 'attachment');
  let notes = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = await (await document.getPage(number)).getAnnotations();
    notes += annotations.filter(({ subtype }: { subtype: string }) => subtype !== 'Link').length;
  }
  add(notes, 'annotation or form field', 'annotations and form fields');
  if (await document.getJSActions()) found.push('scripts');
  const { info } = await document.getMetadata();
  const told = ['Title', 'Author', 'Subject', 'Keywords', 'Custom'].filter(
    (key) => (info as Record<string, unknown>)[key],
  );
  if (told.length > 0) found.push(`metadata (${told.join(', ')})`);
  return found.length > 0 ? [`left out of the PDF: ${found.join(', ')}`] : [];
}

interface OutlineItem {
  readonly items: readonly OutlineItem[];
}

function countItems(items: readonly OutlineItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countItems(item.items), 0);
}
