import { z } from 'zod';
import { date, documentId, idIn, note, sources, text } from './parts.ts';

/** How much of a document whom it may reach. LIMITE is a distribution marking and says nothing about this. */
export const accessStatus = z.enum(['public', 'partial', 'limite', 'reference-only', 'declassified']);

/** `access` of a document; without it nothing is shown to the public. */
export const access = z.strictObject({
  status: accessStatus,
  decided: date.optional().describe('When access was decided'),
  basis: text.optional().describe('Why: an exception of Article 4 of Regulation 1049/2001, or who decided'),
});

/** A Council document: header facts in front, précis in our own words as the body. The file name is its id. */
export const documents = z.strictObject({
  number: text.describe('As printed: 13944/22, 9710/1/97 REV 1'),
  title: text.describe('The subject line'),
  date: date.optional().describe('Left out where the document bears none'),
  kind: z
    .string()
    .regex(/^[\p{Lu}'][\p{Lu}' /()-]+$/u, 'the kind as printed, in capitals: NOTE, OUTCOME OF PROCEEDINGS')
    .optional(),
  from: text.optional(),
  to: text.optional(),
  workingParty: idIn('working-parties').optional(),
  meeting: idIn('meetings').optional().describe('The meeting it reports on or was written for'),
  marking: text.optional().describe('As printed: LIMITE'),
  access,
  codes: z
    .array(z.string().regex(/^[A-Z][A-Z/-]*( [A-Z][A-Z/-]*)? \d+$/, 'a subject code and its number: ENFOCUSTOM 155'))
    .optional(),
  filing: z.array(text).optional().describe('Filing stamps, which are not subject codes'),
  originalLanguage: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  previous: z.array(documentId).optional().describe('No. prev. doc.'),
  commissionDocument: z.array(text).optional().describe('No. Cion doc.'),
  pages: z.int().positive().optional(),
  topics: z.array(idIn('topics')).optional(),
  notes: z.array(note).optional().describe("Editors' notes: discrepancies, what is uncertain"),
  source: sources.optional().describe('Where its facts come from; only for a document that is not held'),
});
export type DocumentRecord = z.infer<typeof documents>;
