import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageMark } from '../page-mark.ts';
import { splitFurniture } from './pdf-furniture.ts';
import { blocksOf, type PdfBlock, wordsOf } from './pdf-lines.ts';
import { CONCEALMENTS, type Concealment, type Layers, paintPage } from './pdf-paint.ts';
import { textOfPages } from './pdf-text.ts';
import { type Aside, complaint, plural, type ReadText, RUNNING, UnreadableError } from './reading.ts';

/** The longest Council documents have some hundred pages. */
export const MOST_PAGES = 2_000;
/** A page of A3 at 600 dots per inch; larger pictures are passed over. */
const MOST_PIXELS = 70_000_000;

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
      maxImageSize: MOST_PIXELS,
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
  const pages: { number: number; height: number; noteRule: number | null; blocks: PdfBlock[] }[] = [];
  const asides: Aside[] = [];
  const told = new Map<string, number[]>();
  const tell = (what: string, page: number) => told.set(what, [...(told.get(what) ?? []), page]);
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const painted = await paintPage(page, layers);
      const blocks = blocksOf(painted);
      for (const why of CONCEALMENTS) {
        if (painted.concealed[why].every(({ text }) => text.trim() === '')) continue;
        asides.push({ where: CONCEALED[why], text: `${pageMark(number)}\n${wordsOf(painted.concealed[why])}` });
        tell(`left out of the PDF: ${CONCEALED[why]}`, number);
      }
      if (painted.turned.some(({ text }) => text.trim() !== '')) {
        asides.push({ where: TURNED, text: `${pageMark(number)}\n${wordsOf(painted.turned)}` });
        tell(`left out of the PDF: ${TURNED}`, number);
      }
      if (blocks.length === 0) tell(painted.pictures > 0 ? PICTURE : EMPTY, number);
      if (painted.recognised) tell(RECOGNISED, number);
      if (painted.nameless > 0) tell(NAMELESS, number);
      const short = painted.rules.filter(
        (r) => r.x1 - r.x0 > 40 && r.x1 - r.x0 < painted.width / 2 && r.y1 - r.y0 < 3 && r.y0 > painted.height / 3,
      );
      pages.push({ number, height: painted.height, noteRule: short.at(-1)?.y0 ?? null, blocks });
      page.cleanup();
    } catch (error) {
      if (error instanceof UnreadableError) throw error;
      throw new UnreadableError(`the PDF is damaged on page ${number} (${complaint(error)}): fetch or make it again`);
    }
  }
  if (pages.every(({ blocks }) => blocks.length === 0)) {
    throw new UnreadableError(
      told.has(PICTURE)
        ? 'the PDF holds pictures of pages and no text to be seen: have its text recognised (OCR), then import that'
        : 'the PDF holds no text to be seen',
    );
  }
  const { body, furniture } = splitFurniture(pages);
  const text = textOfPages(pages.map((page, index) => ({ ...page, blocks: body[index] ?? [] })));
  const more = await besides(document);
  return {
    ok: true,
    text,
    asides: [...asides, ...furniture.map((lines) => ({ where: RUNNING, text: lines })), ...more.asides],
    warnings: [...[...told].map(([what, numbers]) => `${what}, ${onPages(numbers)}`), ...more.warnings],
    recognised: told.has(RECOGNISED),
    unread: told.has(PICTURE),
    pages: document.numPages,
  };
}

const PICTURE = 'a picture and no text; what it shows is missing';
const EMPTY = 'no text';
const RECOGNISED = 'recognised text, unproofed: read it against the picture';
const NAMELESS = 'signs of which the font does not say what they are; they are missing';
const TURNED = 'text that runs another way than its page';
const CONCEALED: Readonly<Record<Concealment, string>> = {
  covered: 'text under a box or picture',
  invisible: 'text that cannot be seen',
  layer: 'text on a layer that is switched off',
  outside: 'text beyond the edge of the page',
};

const onPages = (pages: readonly number[]) =>
  `page${pages.length === 1 ? '' : 's'} ${pages.slice(0, 12).join(', ')}${pages.length > 12 ? ' …' : ''}`;

/** What a PDF carries besides its pages; counted, its words are not repeated. */
async function besides(document: PDFDocumentProxy): Promise<{ warnings: string[]; asides: Aside[] }> {
  const found: string[] = [];
  const asides: Aside[] = [];
  const add = (where: string, texts: readonly string[], one: string, several?: string) => {
    if (texts.length > 0) found.push(plural(texts.length, one, several));
    asides.push({ where, text: texts.join('\n') });
  };
  add('a bookmark', titlesOf((await document.getOutline()) ?? []), 'bookmark');
  const attachments = (await document.getAttachments()) as Record<
    string,
    { filename?: string; description?: string }
  > | null;
  add(
    'the name of an attachment',
    Object.entries(attachments ?? {}).map(([name, { filename, description }]) =>
      [name, filename, description].join('\n'),
    ),
    'attachment',
  );
  const notes: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    for (const annotation of await (await document.getPage(number)).getAnnotations()) {
      if (annotation.subtype === 'Link') continue;
      const { contentsObj, titleObj, fieldValue, textContent } = annotation;
      notes.push([pageMark(number), titleObj?.str, contentsObj?.str, fieldValue, ...(textContent ?? [])].join('\n'));
    }
  }
  add('an annotation or form field', notes, 'annotation or form field', 'annotations and form fields');
  if (await document.getJSActions()) found.push('scripts');
  const info = Object.entries((await document.getMetadata()).info as Record<string, unknown>);
  const told = info.filter(([key, value]) => value && /^(?:Title|Author|Subject|Keywords|Custom)$/.test(key));
  if (told.length > 0) found.push(`metadata (${told.map(([key]) => key).join(', ')})`);
  const values = told.flatMap(([, value]) => (typeof value === 'object' ? Object.values(value ?? {}) : [value]));
  asides.push({ where: 'the properties', text: values.join('\n') });
  return { warnings: found.length > 0 ? [`left out of the PDF: ${found.join(', ')}`] : [], asides };
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

function titlesOf(items: readonly OutlineItem[]): string[] {
  return items.flatMap(({ title, items: inner }) => [title, ...titlesOf(inner)]);
}
