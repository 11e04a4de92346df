import { z } from 'zod';
import { apparatus, called, fact, relation, shown, text, title } from './parts.ts';

/** A body, agency, unit or network outside the working parties. */
export const organisations = z.strictObject({
  name: title.optional(),
  abbreviation: fact(text).optional(),
  kind: shown(
    'header',
    z.enum(['eu-institution', 'eu-agency', 'eu-body', 'unit', 'network', 'international', 'national', 'platform']),
  ),
  parent: relation('organisations').optional(),
  ...called,
  ...apparatus,
});
export type OrganisationRecord = z.infer<typeof organisations>;
