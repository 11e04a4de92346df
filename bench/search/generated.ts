import { parseReference } from '../../src/archive/reference/index.ts';
import { dayKey, numberKey, referenceKey, titleKey } from '../../src/search/entry.ts';
import type { EntryRecord } from '../../src/search/entry-list.ts';
import type { Page } from '../../tests/support/search/site.ts';

/** The most frequent words of any English text, in their order. */
const FUNCTION_WORDS =
  'the of and to in a for on is that by with be as at are from this which or an it was not have'.split(' ');
/** Words that every document of such an archive has. */
const SUBJECT =
  'customs cooperation council working party member states action police report delegations presidency'.split(' ');
const SYLLABLES = 'ba ce di fo gu ha ki lo mu ne pi ra se ti vo wa ze xi qua stra gri plen dor mant'.split(' ');
const WORDS = 30_000;

/** Numbers that look random and are the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An archive of documents whose words are as frequent as those of a language (Zipf's law), about 600 words each. */
export function generatedArchive(count: number): { entries: EntryRecord[]; pages: () => Generator<Page> } {
  const random = randomNumbers(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const invented = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
  const frequent = [...FUNCTION_WORDS, ...SUBJECT.flatMap((one) => [one, invented(), invented()])];
  const vocabulary = [...frequent, ...Array.from({ length: WORDS - frequent.length }, invented)];
  // The inverse of the distribution: rank r is drawn about 1/r times as often as the first.
  const word = () => vocabulary[Math.min(WORDS - 1, Math.floor(WORDS ** random()) - 1)] ?? '';
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const entries = Array.from({ length: count }, (_, index): EntryRecord => {
    const year = 1995 + (index % 30);
    const label = `${5000 + Math.floor(index / 30)}/${String(year).slice(2)}`;
    const reference = parseReference(label);
    if (!reference) throw new Error(`${label} is no reference`);
    const day = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const title = words(9);
    return {
      address: `/documents/st-${5000 + Math.floor(index / 30)}-${year}-init/`,
      kind: 'Document',
      label,
      title,
      date: day,
      day,
      access: 'Open',
      reference: `ST-${5000 + Math.floor(index / 30)}-${year}-INIT`,
      filters: { kind: ['Document'], year: [String(year)], access: ['Open'], topic: [`topic ${index % 25}`] },
      keys: [referenceKey(reference), numberKey(5000 + Math.floor(index / 30)), dayKey(day), titleKey(title)],
      names: [],
      aliases: [`ST ${label}`],
    };
  });
  function* pages(): Generator<Page> {
    for (const { address, title } of entries) {
      const cited = entries[Math.floor(random() * count)]?.label ?? '';
      const paragraphs = Array.from({ length: 8 }, (_, index) => `${words(75)}${index === 0 ? ` ${cited}` : ''}.`);
      yield { address, title, paragraphs };
    }
  }
  return { entries, pages };
}

/** Two-word queries of every frequency, and others, for measuring time. */
export function generatedQueries(entries: readonly EntryRecord[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = entries[(index * 7919) % entries.length];
    const titleWords = entry?.title.split(' ') ?? [];
    switch (index % 4) {
      case 0:
        return entry?.label ?? '';
      case 1:
        return titleWords.slice(0, 2).join(' ');
      case 2:
        return titleWords.slice(3, 8).join(' ');
      default:
        return `what about ${titleWords[5]} and customs cooperation`;
    }
  });
}
