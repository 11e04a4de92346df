import { createHash } from 'node:crypto';
import { decode } from '../decode.ts';
import { importText, type Outcome, unreadable } from '../document.ts';
import type { Given } from '../given.ts';
import { withoutOwnMarks } from '../page-mark.ts';
import { type Format, formatOf, mislabelled } from './format.ts';
import { complaint, type Reading, type ReadText, UnreadableError } from './reading.ts';

/** What became of a file of any kind but a zip archive, as a document; `source` is what messages call it. */
export async function readDocument(bytes: Uint8Array, source: string, given: Given): Promise<Outcome> {
  const { reading, sha256 } = await readBytes(bytes, source);
  return reading.ok ? importText(source, reading, sha256, given) : unreadable(source, reading.error);
}

/** A file that was read, or why it was not. */
export interface FileReading {
  readonly format: Format;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly reading: Reading;
}

/** Reads a file of any kind but a zip archive; every failure becomes a message. Parsers load when first needed. */
export async function readBytes(bytes: Uint8Array, name: string): Promise<FileReading> {
  const format = formatOf(bytes, name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const read = await readAs(format, bytes);
    const wrong = mislabelled(name, format);
    return { format, sha256, reading: wrong ? { ...read, warnings: [wrong, ...read.warnings] } : read };
  } catch (error) {
    const wrong = mislabelled(name, format);
    const message =
      error instanceof UnreadableError
        ? error.message
        : `the file is damaged (${complaint(error)}): fetch or make it again`;
    return { format, sha256, reading: { ok: false, error: wrong ? `${message} (${wrong})` : message } };
  }
}

async function readAs(format: Format, bytes: Uint8Array): Promise<ReadText> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes);
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes);
    case 'office':
      throw new UnreadableError('it is an OpenDocument file, a table or a presentation: save it as .docx');
    case 'zip':
      throw new UnreadableError(
        'it is a zip archive inside another, or another kind of office file: unpack it, or save it as .docx',
      );
    case 'html': {
      const { text, warnings } = textOf(bytes);
      const page = (await import('./html.ts')).readHtml(text);
      return { ...page, warnings: [...warnings, ...page.warnings] };
    }
    case 'text':
      return textOf(bytes);
  }
}

function textOf(bytes: Uint8Array): ReadText {
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UnreadableError(decoded.error);
  return { ok: true, text: withoutOwnMarks(decoded.text), asides: [], warnings: decoded.warnings };
}
