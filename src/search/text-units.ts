import { formatReference, type Reference } from '../archive/reference/index.ts';
import { fold } from './query/fold.ts';
import { lightStem } from './query/stem.ts';
import type { Query } from './query/understand.ts';
import type { Manifest } from './source.ts';

/** A unit to look for in the texts. */
export interface TextUnit {
  /** As typed; empty for what the query did not say in so many words. */
  readonly text: string;
  readonly spellings: readonly (readonly string[])[];
  readonly last: boolean;
}

/**
 * What is looked for in the texts: the words of the query, the numbers of its references, the words of its phrases.
 * Words that nearly every page has are left out where others remain: they cost most and tell least.
 */
export function textUnits(query: Query, manifest: Pick<Manifest, 'common'>): { units: TextUnit[]; left: string[] } {
  const references = query.references
    .filter(({ tentative }) => !tentative)
    .map(({ reference }) => numbersOf(reference))
    .filter((spellings) => spellings.length > 0)
    .map((spellings): TextUnit => ({ text: '', spellings, last: false }));
  const phrases = query.phrases
    .flatMap((phrase) => fold(phrase).split(/[^\p{L}\p{N}/]+/u))
    .filter((word) => word.length > 1)
    .map((word): TextUnit => ({ text: '', spellings: [[word]], last: false }));
  const all = dedupe([...references, ...phrases, ...query.units]);
  const pages = ({ spellings }: TextUnit) =>
    Math.max(0, ...spellings.map(([term = '']) => manifest.common[lightStem(term)] ?? 0));
  const rare = all.filter((unit) => pages(unit) === 0);
  if (rare.length > 0 || all.length <= 1) {
    const left = all.filter((unit) => pages(unit) > 0 && rare.length > 0);
    return { units: rare.length > 0 ? rare : all, left: left.map(({ text }) => text).filter(Boolean) };
  }
  const [first, ...others] = [...all].sort((a, b) => pages(a) - pages(b));
  return { units: first ? [first] : [], left: others.map(({ text }) => text).filter(Boolean) };
}

/** A reference as it stands in texts. */
function numbersOf(reference: Reference): string[][] {
  switch (reference.kind) {
    case 'council':
      return [
        [
          formatReference(reference, 'printed')
            .toLowerCase()
            .match(/\d[\d/]+/)?.[0] ?? '',
        ],
      ];
    case 'action':
      return [[`${reference.plan}${reference.number}`]];
    case 'plan':
      return [[formatReference(reference, 'printed').toLowerCase().split(' ')[0] ?? '', 'action', 'plan']];
    default:
      return [];
  }
}

function dedupe(units: readonly TextUnit[]): TextUnit[] {
  const seen = new Set<string>();
  return units.filter(({ spellings }) => {
    const key = spellings[0]?.join(' ') ?? '';
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}
