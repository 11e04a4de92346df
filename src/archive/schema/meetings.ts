import { z } from 'zod';
import { apparatus, date, documentId, fact, idIn, relation, sources, text, title } from './parts.ts';

/** One item of an agenda. */
export const agendaItem = z.strictObject({
  number: text.optional(),
  title: text,
  note: text.optional(),
  documents: z.array(documentId).optional(),
  actions: z.array(idIn('actions')).optional(),
  operations: z.array(idIn('operations')).optional(),
  organisations: z.array(idIn('organisations')).optional(),
  source: sources,
});

/** A meeting; its id begins with its first day: `2015-07-09-ccwp`. */
export const meetings = z.strictObject({
  title: title.optional().describe('Only where it has a name of its own'),
  date: fact(date),
  workingParty: relation('working-parties').optional(),
  organisation: relation('organisations').optional(),
  place: fact(text).optional(),
  agenda: z.array(agendaItem).optional(),
  ...apparatus,
});
export type MeetingRecord = z.infer<typeof meetings>;
