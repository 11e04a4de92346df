import { inAllLanguages } from './languages.ts';

/** One word alone may be an addressee. */
const CUES = inAllLanguages('cues').map(([cue]) => (/^\p{L}+$/u.test(cue) ? `${cue}(?= \\p{Ll})` : cue));
/** How a body commonly begins; ends a subject that runs into it. */
const BODY_CUE = new RegExp(`(?:^|\\s)(?=(?:[1I]\\. ?[A-ZΑ-Ω]|${CUES.join('|')}))`, 'u');

/** Where the words begin that commonly open a body; -1 for nowhere. */
export function cueIn(text: string): number {
  return BODY_CUE.exec(text)?.index ?? -1;
}
