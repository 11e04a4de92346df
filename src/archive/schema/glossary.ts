import { z } from 'zod';
import { idIn, shown, sources, text } from './parts.ts';

/** The collections whose entries a term may lead to, by the keys of `of` and `see`. */
export const LED_TO = {
  organisation: 'organisations',
  system: 'systems',
  workingParty: 'working-parties',
  operation: 'operations',
  topic: 'topics',
  act: 'acts',
} as const;

const entries = z.strictObject({
  organisation: idIn(LED_TO.organisation).optional(),
  system: idIn(LED_TO.system).optional(),
  workingParty: idIn(LED_TO.workingParty).optional(),
  operation: idIn(LED_TO.operation).optional(),
  topic: idIn(LED_TO.topic).optional(),
  act: idIn(LED_TO.act).optional(),
});

/** A term of art or acronym: what it stands for and what it means, in one plain sentence. */
export const glossaryItem = z.strictObject({
  term: text,
  expansion: text.optional(),
  meaning: text.describe('Our explanation, in one plain sentence'),
  defined: z.boolean().optional().describe('Whether its sources define the term, so that the explanation is not ours'),
  aliases: z.array(text).optional(),
  // The archive's own pointers: the sources of the meaning do not state them.
  of: shown('header', entries.optional().describe('The entry that it is another name of: search shows the two as one')),
  see: shown('header', entries.optional()),
  source: sources.describe('Where the term is used or defined, or general-knowledge'),
});
export type GlossaryItem = z.infer<typeof glossaryItem>;
