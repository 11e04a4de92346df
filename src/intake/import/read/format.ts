/** The kinds of files that are read. */
export type Format = 'pdf' | 'docx' | 'office' | 'html' | 'zip' | 'text';

const NAMES: Readonly<Record<Format, string>> = {
  pdf: 'a PDF file',
  docx: 'a Word file',
  office: 'a file of another office program',
  html: 'a web page',
  zip: 'a zip archive',
  text: 'plain text',
};
const ENDINGS: readonly (readonly [ending: RegExp, format: Format])[] = [
  [/\.pdf$/i, 'pdf'],
  [/\.docx$/i, 'docx'],
  [/\.(?:od[tsp]|xlsx|pptx)$/i, 'office'],
  [/\.x?html?$/i, 'html'],
  [/\.zip$/i, 'zip'],
];

/** The kind of a file by its first bytes; its name decides only between a web page and text. */
export function formatOf(bytes: Uint8Array, name: string): Format {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return officeOf(bytes);
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,400}-->\s{0,99})?<(?:!doctype html|html[\s>])/i.test(start)) {
    return 'html';
  }
  return /\.x?html?$/i.test(name) && /<(?:head|body|title|meta|p|div|h1)\b/i.test(start) ? 'html' : 'text';
}

/** A container of Word names its main part near its beginning or, in the directory, at its end; OpenDocument says so first. */
function officeOf(bytes: Uint8Array): Format {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (text.subarray(0, 200).includes('application/vnd.oasis.opendocument')) return 'office';
  if (!text.includes('[Content_Types].xml')) return 'zip';
  return text.includes('word/') ? 'docx' : text.includes('xl/') || text.includes('ppt/') ? 'office' : 'zip';
}

/** What to say where the name promises another kind than the content is; null where both agree. */
export function mislabelled(name: string, format: Format): string | null {
  const named = ENDINGS.find(([ending]) => ending.test(name))?.[1];
  if (!named || named === format) return null;
  return `the name says ${NAMES[named]}, the content is ${NAMES[format]}: read as such`;
}
