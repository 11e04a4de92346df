import { z } from 'zod';
import { apparatus, date, fact, idIn, participant, relation, shown, sources, text, title } from './parts.ts';

/** An action of a plan: id = plan number + action number (`7.3`), `1997.22` for the timetable of 1997. */
export const actions = z.strictObject({
  plan: shown('header', idIn('action-plans')),
  heading: fact(text).optional().describe('The heading of the plan it stands under'),
  title: title.optional(),
  remark: fact(text).optional().describe('Why a numbered point of a plan is no action, but a remark'),
  participants: z.array(participant).optional(),
  status: fact(z.enum(['proposed', 'open', 'completed', 'continued', 'standing'])).optional(),
  deadline: z.strictObject({ date: date.optional(), asGiven: text, source: sources }).optional(),
  mandate: relation('documents').optional(),
  follows: z.array(relation('actions')).optional(),
  objectives: z
    .array(z.strictObject({ objective: z.string().regex(/^[a-z0-9-]+\/[0-9a-z/]+$/), source: sources }))
    .optional()
    .describe('Objectives it serves, 2019/1/b; only where a source says so'),
  ...apparatus,
});
export type ActionRecord = z.infer<typeof actions>;
