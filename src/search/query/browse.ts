import type { Access, Kind } from '../entry.ts';
import { foldName } from './fold.ts';
import { lightStem } from './stem.ts';

/** A query that asks for a list: all entries of a kind, or those of a time, a presidency, an access. */
export interface Browse {
  readonly kind: Kind;
  /** The page that lists them. */
  readonly address: string;
  /** Those that the public may, or may not, read. */
  readonly access?: readonly Access[];
  /** One is meant, not the list: `the meeting of July 2015`. */
  readonly single: boolean;
  /** It names a presidency: those under it. */
  readonly presidency: boolean;
}

/** What readers call each kind that has a list. */
const KINDS: readonly (readonly [Kind, string, string])[] = [
  ['Document', '/documents/', 'document|paper|file|council document|note'],
  ['Meeting', '/meetings/', 'meeting|session'],
  ['Action plan', '/action-plans/', 'action plan|plan|work programme'],
  ['Action', '/actions/', 'action'],
  ['Strategy', '/strategies/', 'strategy'],
  ['Working party', '/working-parties/', 'working party|working group'],
  ['Organisation', '/organisations/', 'organisation|organization|agency|body|institution'],
  ['Operation', '/operations/', 'operation|exercise|joint operation|joint customs operation'],
  ['System', '/systems/', 'system|information system|it system|database'],
  ['Topic', '/topics/', 'topic|theme|subject'],
  ['Term', '/glossary/', 'term|definition|acronym|abbreviation'],
  ['Act', '/acts/', 'act|legal act|law|regulation|convention|resolution'],
  ['Presidency', '/presidencies/', 'presidency'],
  ['Recommendation', '/recommendations/', 'recommendation'],
];

const stems = (words: string) => words.split(' ').map(lightStem).join(' ');
const KIND_OF = new Map(
  KINDS.flatMap(([kind, address, called]) => called.split('|').map((one) => [stems(one), { kind, address }])),
);

/** Words that ask for a list, and words around them. */
const FRAME =
  /\b(?:all|every|any|list|lists|overview|index|show|browse|see|latest|newest|recent|recently|last|new|most|complete|full|the|of|in|from|for|by|under|during|on|at|available|published|held|holds|hold|had|has|who|dated|there|are|what|which|were|was|me|give|find|that|not|a|an|council|eu|archive)\b/g;
const ASKS = /\b(?:all|every|list|lists|overview|index|browse|latest|newest|recent|recently|last|new|most)\b/;
const CLOSED = /\b(?:not public|non public|nonpublic|not open|limite|restricted|secret|confidential|unpublished)\b/;
const OPEN = /\b(?:public|open)\b/;

/**
 * The list that a query asks for; null where it asks for something else: words that name a kind, with nothing about them but
 * `all`, `latest` …, an access, a presidency and a time. @param text without the time that it names
 */
export function browseIn(text: string, timed: boolean): Browse | null {
  const folded = foldName(text);
  const closed = CLOSED.test(folded);
  const access: readonly Access[] | undefined = closed
    ? ['LIMITE', 'Not held']
    : OPEN.test(folded)
      ? ['Open', 'Partly open']
      : undefined;
  const asked = folded
    .replace(CLOSED, ' ')
    .replace(OPEN, ' ')
    .replace(FRAME, ' ')
    .split(' ')
    .filter(Boolean)
    .map(lightStem)
    .join(' ');
  const presidency = / presidency$/.test(asked);
  const found =
    KIND_OF.get(asked) ??
    (presidency
      ? (KIND_OF.get(asked.replace(/ (?:\S+ )?\S+ presidency$/, '')) ??
        KIND_OF.get(asked.replace(/ \S+ presidency$/, '')))
      : undefined);
  if (!found || (!presidency && !timed && !access && !ASKS.test(folded))) return null;
  const single = timed && !/(?:s|all|every|list)\b/.test(folded.replace(FRAME, ' '));
  return { ...found, ...(access ? { access } : {}), single, presidency: presidency && found.kind !== 'Presidency' };
}

/** How many half-years from now a presidency is that a query asks for without naming it; null where it does not. */
export function presidencyAsked(text: string): number | null {
  const folded = foldName(text);
  if (!/\b(?:presidency|presides|chairs the council)\b/.test(folded)) return null;
  if (/\b(?:next|coming|upcoming|following)\b/.test(folded)) return 1;
  if (/\b(?:previous|last|former)\b/.test(folded)) return -1;
  return /\b(?:now|current|currently|today|present|this)\b/.test(folded) ? 0 : null;
}
