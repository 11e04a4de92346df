import { z } from 'zod';
import { called, date, note, relation, sources, text, titleBy } from './parts.ts';

/** An act or other text outside the Council register: a resolution, regulation, convention, communication. */
export const actItem = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  titleBy,
  kind: z.enum([
    'resolution',
    'regulation',
    'decision',
    'directive',
    'joint-action',
    'convention',
    'communication',
    'report',
    'conclusions',
    'other',
  ]),
  date: date.optional(),
  printed: z.array(text).min(1).describe('Every form in which it is cited: 2012/C 5/01; OJ C 5, 7.1.2012, p. 1'),
  celex: z
    .string()
    .regex(/^[0-9A-Z]+(\(\d{2}\))?$/)
    .optional(),
  repeals: z.array(relation('acts')).optional(),
  supersedes: z.array(relation('acts')).optional(),
  document: relation('documents').optional().describe('The Council document that holds it'),
  ...called,
  notes: z.array(note).optional(),
  source: sources,
});
export type ActItem = z.infer<typeof actItem>;
