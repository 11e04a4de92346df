import { z } from 'zod';
import { idIn, shown, sources, text } from './parts.ts';

/** A term of art or acronym: what it stands for and what it means, in one plain sentence. */
export const glossaryItem = z.strictObject({
  term: text,
  expansion: text.optional(),
  meaning: text.describe('Our explanation, in one plain sentence'),
  defined: z.boolean().optional().describe('Whether its sources define the term, so that the explanation is not ours'),
  aliases: z.array(text).optional(),
  // The archive's own pointer: the sources of the meaning do not state it.
  see: shown(
    'header',
    z
      .strictObject({
        organisation: idIn('organisations').optional(),
        system: idIn('systems').optional(),
        workingParty: idIn('working-parties').optional(),
        operation: idIn('operations').optional(),
        topic: idIn('topics').optional(),
      })
      .optional(),
  ),
  source: sources.describe('Where the term is used or defined, or general-knowledge'),
});
export type GlossaryItem = z.infer<typeof glossaryItem>;
