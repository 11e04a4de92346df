const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that every text has: they tell nothing about what is looked for. */
export const STOP_WORDS: ReadonlySet<string> = list(
  'a about above after again all also am an and any are as at be because been before being below between both but by ' +
    'can could did do does doing done down during each few for from further had has have having he her here hers him his i if in ' +
    'into is it its itself just let may me might more most must my no nor not now of off on once only or other our ' +
    'out over own per please same shall she should so some such than that the their theirs them then there these ' +
    'they this those through to too under until up upon us very was we were while will with would you your yours ' +
    's t re ll ve ' +
    // Of French and German, where they are no word of English.
    'de la le les du des et aux dans pour avec der das und von zur zum fur',
);

/** Words that make a question of a query. */
export const QUESTION_WORDS: ReadonlySet<string> = list(
  'who whom whose what which when where why how tell show find list give explain search look looking want know need ' +
    'anything something everything happen happens happened tells',
);

/** In a question about a word, what stands around it: "what does LIMITE mean", "LIMITE stands for". */
export const DEFINING_WORDS: ReadonlySet<string> = list(
  'mean means meaning meant define defined definition stand stands acronym abbreviation term word called explained explanation',
);
