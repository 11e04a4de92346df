import { z } from 'zod';
import { apparatus, fact, relation, text } from './parts.ts';

/** A body, agency, unit or network outside the working parties. */
export const organisations = z.strictObject({
  name: fact(text).optional(),
  abbreviation: text.optional(),
  kind: z.enum(['eu-institution', 'eu-agency', 'eu-body', 'unit', 'network', 'international', 'national', 'platform']),
  parent: relation('organisations').optional(),
  ...apparatus,
});
export type OrganisationRecord = z.infer<typeof organisations>;
