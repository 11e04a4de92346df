import { z } from 'zod';
import { apparatus, date, fact, objective, relation, title } from './parts.ts';

/** A strategy, with its tree of objectives; id = the year. */
export const strategies = z.strictObject({
  title: title.optional(),
  adopted: fact(date).optional(),
  document: relation('documents').optional(),
  supersedes: z.array(relation('strategies')).optional(),
  objectives: z.array(objective).optional(),
  ...apparatus,
});
export type StrategyRecord = z.infer<typeof strategies>;
