import { z } from 'zod';
import { apparatus, called, date, fact, participant, relation, shown, title } from './parts.ts';

/** An operation, exercise, programme or project, and operational actions that belong to no plan of the archive. */
export const operations = z.strictObject({
  name: title.optional(),
  kind: shown(
    'header',
    z.enum(['joint-customs-operation', 'exercise', 'programme', 'project', 'police-operation', 'operational-action']),
  ),
  status: fact(z.enum(['proposed', 'announced', 'planned', 'under-way', 'carried-out'])).optional(),
  period: fact(date).optional(),
  participants: z.array(participant).optional(),
  counterparts: z.array(relation('actions')).optional().describe('Actions of a plan run beside it'),
  ...called,
  ...apparatus,
});
export type OperationRecord = z.infer<typeof operations>;
