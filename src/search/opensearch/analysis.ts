import type { Types } from '@opensearch-project/opensearch';
import { type Concept, conceptsOf } from '../build/names.ts';
import type { EntryRecord } from '../entry-list.ts';
import { fold, foldName } from '../query/fold.ts';
import { STOP_WORDS } from '../query/stop-words.ts';
import { spellingsOf } from '../query/variants.ts';
import { ANALYSERS } from './analyser-names.ts';

/**
 * The analysers, which do with a text what our own index and the queries to it do: folding, words that signs join, stop
 * words, spellings and names as they stand in `query/` and `build/names.ts`.
 */
export function analysisOf(synonyms: readonly string[]): Types.Indices_Common.IndexSettingsAnalysis {
  const fine = ['lowercase', 'archive_edges'];
  const joined = ['archive_join', 'archive_empty'];
  return {
    char_filter: { archive_fold: { type: 'mapping', mappings: foldings() } },
    filter: {
      archive_edges: { type: 'pattern_replace', pattern: '^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$', replacement: '' },
      archive_parts: { type: 'pattern_capture', patterns: ['([\\p{L}\\p{N}]+)'], preserve_original: true },
      // A number keeps its slash: `13944/22` is one word.
      archive_join: { type: 'pattern_replace', pattern: '[^\\p{L}\\p{N}/]+', replacement: '' },
      archive_empty: { type: 'length', min: 1 },
      archive_synonyms: { type: 'synonym_graph', synonyms: [...synonyms] },
      archive_stop: { type: 'stop', stopwords: [...STOP_WORDS].sort() },
      // Pagefind's stemmer, by its name here.
      archive_stem: { type: 'stemmer', language: 'porter2' },
    },
    analyzer: {
      [ANALYSERS.text]: analyser(...fine, 'archive_parts', ...joined, 'archive_stem'),
      [ANALYSERS.words]: analyser(...fine, ...joined, 'archive_stem'),
      [ANALYSERS.question]: analyser(...fine, ...joined, 'archive_synonyms', 'archive_stop', 'archive_stem'),
      [ANALYSERS.exact]: analyser(...fine, 'archive_parts', ...joined),
      [ANALYSERS.typed]: analyser(...fine, ...joined),
    },
  };
}

function analyser(...filter: string[]) {
  return { type: 'custom' as const, char_filter: ['archive_fold'], tokenizer: 'whitespace', filter };
}

/** The scripts of the Union's languages, and marks that are set upon letters. */
const FOLDED = /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|\p{Script=Inherited})$/u;

/** What `fold` does to single characters besides lower case, which a filter has of its own. */
export function foldings(): string[] {
  // A server's lower case knows no final sigma.
  const rules = ['ς => σ'];
  for (let code = 0x80; code <= 0xffff; code++) {
    const sign = String.fromCharCode(code);
    if (!FOLDED.test(sign) || !/[\p{L}\p{M}]/u.test(sign)) continue;
    const folded = fold(sign);
    if (folded !== sign.toLowerCase() && !/\s/.test(folded)) rules.push(`${sign} => ${folded}`);
  }
  return rules;
}

/**
 * Synonyms: the names of each thing that has an acronym, and the other spellings of the words that texts have. A name that
 * holds a stop word stays out, because a stop word taken from within a synonym breaks it: the field `mentions` has all.
 * @param words the words of the texts, folded
 */
export function synonymsOf(entries: readonly EntryRecord[], words: Iterable<string>): string[] {
  const rules = conceptsOf(entries).map(namesOf);
  for (const word of words) rules.push([word, ...spellingsOf(word)].filter((one) => !STOP_WORDS.has(one)));
  return [...new Set(rules.filter(({ length }) => length > 1).map((forms) => forms.join(', ')))].sort();
}

function namesOf({ names }: Concept): string[] {
  const plain = (name: string) =>
    /^[\p{L}\p{N} ]+$/u.test(name) && !name.split(' ').some((word) => STOP_WORDS.has(word));
  return [...new Set(names.map(foldName))].filter(plain);
}
