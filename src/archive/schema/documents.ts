import { z } from 'zod';
import { date, documentId, idIn, note, relation, shown, sources, text, titleBy } from './parts.ts';

/** How much of a document whom it may reach. LIMITE is a distribution marking and says nothing about this. */
export const accessStatus = z.enum(['public', 'partial', 'limite', 'reference-only', 'declassified']);

/** `access` of a document; without it nothing is shown to the public. */
export const access = z.strictObject({
  status: shown('header', accessStatus),
  decided: shown('document', date.optional().describe('When access was decided')),
  basis: shown(
    'document',
    text.optional().describe('Why: an exception of Article 4 of Regulation 1049/2001, or who decided'),
  ),
  withheld: z
    .array(
      z.strictObject({
        what: text.describe('What is withheld, as far as the open part says'),
        pages: text.optional().describe('up to page 26'),
        source: sources,
      }),
    )
    .optional(),
  quotedMarking: shown(
    'document',
    text
      .optional()
      .describe(
        'Of a declassified document: the old EU classification that its cover quotes, RESTREINT UE. The recorded exception to the rule that nothing classified is held',
      ),
  ),
});

/** A Council document: header facts in front, précis in our own words as the body. The file name is its id. */
export const documents = z.strictObject({
  number: shown('header', text.describe('As printed: 13944/22, 9710/1/97 REV 1')),
  title: shown('header', text.describe('The subject line')),
  titleBy: shown('header', titleBy),
  date: shown('header', date.optional().describe('Left out where the document bears none')),
  kind: shown(
    'header',
    z
      .string()
      .regex(/^[\p{Lu}'][\p{Lu}' /()-]+$/u, 'the kind as printed, in capitals: NOTE, OUTCOME OF PROCEEDINGS')
      .optional(),
  ),
  from: shown('header', text.optional()),
  to: shown('header', text.optional()),
  workingParty: shown('document', idIn('working-parties').optional()),
  meeting: shown('document', idIn('meetings').optional().describe('The meeting it reports on or was written for')),
  marking: shown('header', text.optional().describe('As printed: LIMITE')),
  access,
  codes: shown(
    'header',
    z
      .array(z.string().regex(/^[A-Z][A-Z/-]*( [A-Z][A-Z/-]*)? \d+$/, 'a subject code and its number: ENFOCUSTOM 155'))
      .optional(),
  ),
  filing: shown('document', z.array(text).optional().describe('Filing stamps, which are not subject codes')),
  originalLanguage: shown(
    'document',
    z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
  ),
  previous: shown('document', z.array(documentId).optional().describe('No. prev. doc.')),
  transmits: z.array(relation('acts')).optional().describe('What a cover note sends on'),
  commissionDocument: shown('document', z.array(text).optional().describe('No. Cion doc.')),
  pages: shown('document', z.int().positive().optional()),
  topics: shown('document', z.array(idIn('topics')).optional()),
  notes: z.array(note).optional().describe("Editors' notes: discrepancies, what is uncertain"),
  source: sources.optional().describe('Where its facts come from; only for a document that is not held'),
});
export type DocumentRecord = z.infer<typeof documents>;
