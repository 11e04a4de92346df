import { z } from 'zod';
import { text } from './parts.ts';

/** What a subject code stands for. */
export const subjectCodeItem = z.strictObject({
  code: z.string().regex(/^[A-Z/]+$/),
  meaning: text,
  verified: z.boolean().describe('Seen in a public document; false = general knowledge'),
});
export type SubjectCodeItem = z.infer<typeof subjectCodeItem>;
