import { z } from 'zod';
import { apparatus, called, fact, relation, text, title } from './parts.ts';

/** An information system. */
export const systems = z.strictObject({
  name: title.optional(),
  abbreviation: fact(text).optional(),
  operator: relation('organisations').optional(),
  ...called,
  ...apparatus,
});
export type SystemRecord = z.infer<typeof systems>;
