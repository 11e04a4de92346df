import type { Types } from '@opensearch-project/opensearch';
import { lightStem } from '../../../../src/search/query/stem.ts';

export type Analysis = Types.Indices_Common.IndexSettingsAnalysis;

interface Token {
  readonly term: string;
  readonly at: number;
}

/**
 * What an analyser makes of a text, as OpenSearch describes its filters. A graph of synonyms is given as all ways through
 * it. Stands in for a server in tests; it stems more weakly than Snowball does, and refuses what it does not know.
 */
export function analyse(analysis: Analysis, name: string, text: string): Token[][] {
  const analyser = analysis.analyzer?.[name];
  if (analyser?.type !== 'custom' || analyser.tokenizer !== 'whitespace') throw new Error(`no analyser ${name}`);
  let read = text;
  for (const filter of analyser.char_filter ?? []) read = mapped(analysis, filter, read);
  const tokens = read
    .split(/\s+/)
    .filter(Boolean)
    .map((term, at) => ({ term, at }));
  return (analyser.filter ?? []).reduce<Token[][]>(
    (ways, filter) => ways.flatMap((way) => filtered(analysis, filter, way)),
    [tokens],
  );
}

function mapped(analysis: Analysis, name: string, text: string): string {
  const filter = analysis.char_filter?.[name];
  if (typeof filter !== 'object' || filter.type !== 'mapping') throw new Error(`no character filter ${name}`);
  const rules = new Map((filter.mappings ?? []).map((rule) => rule.split(' => ') as [string, string]));
  return [...text].map((sign) => rules.get(sign) ?? sign).join('');
}

function filtered(analysis: Analysis, name: string, tokens: Token[]): Token[][] {
  // As Lucene does: sign by sign, so that a capital sigma becomes the same small one everywhere.
  if (name === 'lowercase')
    return [tokens.map(({ term, at }) => ({ term: Array.from(term, (sign) => sign.toLowerCase()).join(''), at }))];
  const filter = analysis.filter?.[name];
  if (typeof filter !== 'object') throw new Error(`no filter ${name}`);
  switch (filter.type) {
    case 'pattern_replace': {
      const pattern = new RegExp(filter.pattern, 'gu');
      return [tokens.map(({ term, at }) => ({ term: term.replace(pattern, filter.replacement ?? ''), at }))];
    }
    case 'pattern_capture': {
      const patterns = filter.patterns.map((pattern) => new RegExp(pattern, 'gu'));
      const captured = ({ term, at }: Token) => {
        const parts = patterns.flatMap((pattern) => [...term.matchAll(pattern)].flatMap(([, ...groups]) => groups));
        return [term, ...parts.filter((part) => part !== term)].map((one) => ({ term: one, at }));
      };
      return [tokens.flatMap(captured)];
    }
    case 'length':
      return [tokens.filter(({ term }) => term.length >= (filter.min ?? 0))];
    case 'stop':
      return [tokens.filter(({ term }) => !filter.stopwords?.includes(term))];
    case 'stemmer':
      return [tokens.map(({ term, at }) => ({ term: lightStem(term), at }))];
    case 'synonym_graph':
      return waysThrough(tokens, filter.synonyms ?? []);
    default:
      throw new Error(`no filter of the type ${filter.type}`);
  }
}

/** The tokens as they are, and with each run that has synonyms replaced. */
function waysThrough(tokens: Token[], rules: readonly string[]): Token[][] {
  const ways = [tokens];
  for (const forms of rules.map((rule) => rule.split(', ').map((form) => form.split(' ')))) {
    for (const form of forms) {
      const start = tokens.findIndex((_, index) => form.every((word, offset) => tokens[index + offset]?.term === word));
      if (start < 0) continue;
      for (const other of forms.filter((one) => one !== form)) {
        const terms = [
          ...tokens.slice(0, start),
          ...other.map((term) => ({ term })),
          ...tokens.slice(start + form.length),
        ];
        ways.push(terms.map(({ term }, at) => ({ term, at })));
      }
    }
  }
  return ways;
}
