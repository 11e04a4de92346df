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
  /** The first of them first. */
  readonly oldest: boolean;
  /** Folded words for the thing whose entries of the kind are wanted: `documents of the CCWP`; empty where all are. */
  readonly about: string;
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
  /\b(?:all|every|any|list|lists|overview|index|show|browse|see|latest|newest|recent|recently|last|new|oldest|earliest|first|most|complete|full|the|of|in|to|from|for|by|under|during|on|at|available|published|held|holds|hold|had|has|who|dated|there|are|what|which|were|was|me|give|find|that|not|a|an|council|eu|archive)\b/g;
const ASKS =
  /\b(?:all|every|list|lists|overview|index|browse|latest|newest|recent|recently|last|new|most|oldest|earliest|first)\b/;
const OLDEST = /\b(?:oldest|earliest|first)\b/;
const CLOSED =
  /\b(?:not (?:yet )?(?:public|open)|non public|nonpublic|closed|limite|restricted|secret|confidential|unpublished)\b/g;
const OPEN = /\b(?:public|open)\b/g;
/** Words that join a kind and the thing that its entries are about. */
const ABOUT = /^(.+?) (?:of|by|on|about|from|for|concerning|regarding|with|in) (?:the )?(.+)$/;
const THING_FIRST = /^()(.+) (\S+)$/;

/**
 * The list that a query asks for; null where it asks for something else: words that name a kind, with nothing about them but
 * `all`, `latest` …, an access, a presidency, a time, or a thing. @param text without the time that it names
 */
export function browseIn(text: string, timed: boolean): Browse | null {
  const folded = foldName(text);
  const isClosed = folded.search(CLOSED) >= 0;
  const isOpen = !isClosed && folded.search(OPEN) >= 0;
  const access: readonly Access[] | undefined = isClosed
    ? ['LIMITE', 'Not held']
    : isOpen
      ? ['Open', 'Partly open']
      : undefined;
  const common = { ...(access ? { access } : {}), oldest: OLDEST.test(folded) };
  const asked = kindWords(folded.replace(CLOSED, ' ').replace(OPEN, ' '));
  const presidency = / presidency$/.test(asked);
  const state = presidency ? [/ \S+ presidency$/, / \S+ \S+ presidency$/] : [];
  const kind = [asked, ...state.map((words) => asked.replace(words, ''))].map((one) => KIND_OF.get(one)).find(Boolean);
  if (kind && (presidency || timed || access || ASKS.test(folded))) {
    const single = timed && !/(?:s|all|every|list)\b/.test(folded.replace(FRAME, ' '));
    return { ...kind, ...common, single, about: '', presidency: presidency && kind.kind !== 'Presidency' };
  }
  const [, before = '', about = ''] = ABOUT.exec(folded) ?? [];
  const [, , thing = '', last = ''] = THING_FIRST.exec(folded) ?? [];
  for (const [words, of] of [
    [before, about],
    [last, thing],
  ] as const) {
    const found = words.endsWith('s') ? KIND_OF.get(kindWords(words)) : undefined;
    if (found) return { ...found, ...common, single: true, about: of, presidency: false };
  }
  return null;
}

const kindWords = (folded: string) => folded.replace(FRAME, ' ').split(' ').filter(Boolean).map(lightStem).join(' ');

/** How many half-years from now a presidency is that a query asks for without naming it; null where it does not. */
export function presidencyAsked(text: string): number | null {
  const folded = foldName(text);
  if (!/\b(?:presidency|presides|chairs the council)\b/.test(folded)) return null;
  if (/\b(?:next|coming|upcoming|following)\b/.test(folded)) return 1;
  if (/\b(?:previous|last|former)\b/.test(folded)) return -1;
  return /\b(?:now|current|currently|today|present|this)\b/.test(folded) ? 0 : null;
}
