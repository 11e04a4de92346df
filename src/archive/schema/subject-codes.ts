import { z } from 'zod';
import { idIn, shown, text } from './parts.ts';

/** What a subject code stands for. */
export const subjectCodeItem = z.strictObject({
  code: shown('header', z.string().regex(/^[A-Z/]+$/)),
  meaning: shown('header', text),
  of: shown('header', idIn('glossary').optional().describe('The term that it is another name of')),
  verified: shown('header', z.boolean().describe('Seen in a public document; false = general knowledge')),
});
export type SubjectCodeItem = z.infer<typeof subjectCodeItem>;
