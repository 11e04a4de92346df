import { z } from 'zod';
import { apparatus, date, fact, objective, relation, shown, title } from './parts.ts';

/** An action plan or programme of a working party: `ccwp-7`, `lewp-c-11`, `sap-1997`. */
export const actionPlans = z.strictObject({
  number: shown('header', z.int().positive().optional().describe('The 7 of "7th Action Plan"')),
  title: title.optional(),
  workingParty: relation('working-parties').optional(),
  period: fact(date).optional(),
  presidencies: z.array(relation('presidencies')).optional(),
  strategy: relation('strategies').optional(),
  follows: z.array(relation('action-plans')).optional(),
  objectives: z.array(objective).optional(),
  ...apparatus,
});
export type ActionPlanRecord = z.infer<typeof actionPlans>;
