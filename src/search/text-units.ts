import { formatReference, type Reference } from '../archive/reference/index.ts';
import { type Meanings, reword } from './meanings.ts';
import { fold, foldName } from './query/fold.ts';
import { lightStem } from './query/stem.ts';
import type { Query, Unit } from './query/understand.ts';
import type { Manifest } from './source.ts';

/** A unit to look for in the texts. */
export interface TextUnit {
  /** As typed; empty for what the query did not say in so many words. */
  readonly text: string;
  readonly spellings: readonly (readonly string[])[];
  readonly last: boolean;
  readonly times: number;
  readonly begins: boolean;
  /** What the archive says for it, which counts less. */
  readonly similar: readonly (readonly string[])[];
}

const unit = (spellings: readonly (readonly string[])[]): TextUnit => {
  return { text: '', spellings, last: false, times: 1, begins: false, similar: [] };
};

/**
 * What is looked for in the texts: the words of the query, the numbers of its references, the words of its phrases.
 * Words that nearly every page has are left out where others remain: they cost most and tell least.
 */
export function textUnits(
  query: Query,
  { common, synonyms }: Pick<Manifest, 'common' | 'synonyms'>,
): { units: TextUnit[]; left: string[] } {
  const references = query.references
    .filter(({ tentative }) => !tentative)
    .map(({ reference }) => numbersOf(reference))
    .filter((spellings) => spellings.length > 0)
    .map(unit);
  const phrases = query.phrases
    .flatMap((phrase) => fold(phrase).split(/[^\p{L}\p{N}/]+/u))
    .filter((word) => word.length > 1)
    .map((word) => unit([[word]]));
  const all = dedupe([...references, ...phrases, ...withSynonyms(query.units, synonyms)]);
  const pages = ({ spellings }: TextUnit) =>
    Math.max(0, ...spellings.map(([term = '']) => common[lightStem(term)] ?? 0));
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

function withSynonyms(units: readonly Unit[], synonyms: Meanings): TextUnit[] {
  const found = reword(
    units.map(({ text }) => foldName(text)),
    synonyms,
  );
  return units.map((one, at): TextUnit => {
    const meanings = found.filter(({ from, to }) => from <= at && at < to).flatMap((reworded) => reworded.meanings);
    return { ...one, similar: meanings.map((meaning) => meaning.split(' ')) };
  });
}

function dedupe(units: readonly TextUnit[]): TextUnit[] {
  const seen = new Set<string>();
  return units.filter(({ spellings }) => {
    const key = spellings[0]?.join(' ') ?? '';
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}
