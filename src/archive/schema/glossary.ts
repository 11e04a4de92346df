import { z } from 'zod';
import { idIn, shown, sources, text } from './parts.ts';

/** A term of art or acronym: what it stands for and what it means, in one plain sentence. */
export const glossaryItem = z.strictObject({
  term: text,
  expansion: text.optional(),
  meaning: text,
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
  source: sources,
});
export type GlossaryItem = z.infer<typeof glossaryItem>;
