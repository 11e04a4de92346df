import { z } from 'zod';
import { text } from './parts.ts';

/** The official text of a document as the importer wrote it; the file name is the document's id. */
export const texts = z.strictObject({
  source: text.describe('Name of the file it was imported from'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  importer: z.int().positive().describe('Version of the importer'),
  written: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Hash of what the importer wrote: tells a file that was edited since'),
  language: z.string().regex(/^[a-z]{2}$/),
});
export type TextRecord = z.infer<typeof texts>;
