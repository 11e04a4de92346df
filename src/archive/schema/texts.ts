import { z } from 'zod';
import { shown, text } from './parts.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The official text of a document as the importer wrote it; the file name is the document's id. What tells of the
 * whole file would tell of its withheld portions too: the public edition has neither its name nor its hashes.
 */
export const texts = z.strictObject({
  source: shown('delegates', text.optional().describe('Name of the file it was imported from')),
  sha256: shown('delegates', sha256.optional().describe('Hash of that file')),
  importer: shown('header', z.int().positive().describe('Version of the importer')),
  written: shown(
    'delegates',
    sha256.optional().describe('Hash of what the importer wrote: tells a file that was edited since'),
  ),
  language: shown('header', z.string().regex(/^[a-z]{2}$/)),
});
export type TextRecord = z.infer<typeof texts>;
