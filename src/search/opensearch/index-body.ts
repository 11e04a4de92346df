import type { API, Types } from '@opensearch-project/opensearch';
import type { Edition } from '../../edition/editions.ts';
import { FACETS } from '../facets.ts';
import { ANALYSERS } from './analyser-names.ts';
import { analysisOf } from './analysis.ts';
import type { ServerRecord } from './record.ts';

type Property = Types.Common_Mapping.Property;

/** Text that is searched, its words also gathered in `words`. */
const text: Property = {
  type: 'text',
  analyzer: ANALYSERS.text,
  search_analyzer: ANALYSERS.question,
  copy_to: 'words',
};
const key: Property = { type: 'keyword' };
/** Shown with a result, and never asked for. */
const shown: Property = { type: 'keyword', index: false, doc_values: false };

const FIELDS: Readonly<Record<keyof ServerRecord, Property>> = {
  address: key,
  kind: shown,
  label: text,
  title: text,
  date: shown,
  day: { type: 'date', format: 'strict_date' },
  marking: shown,
  access: shown,
  text: { type: 'boolean', index: false, doc_values: false },
  of: shown,
  reference: shown,
  filters: { type: 'object', properties: Object.fromEntries(FACETS.map((facet) => [facet, key])) },
  keys: key,
  names: key,
  aliases: text,
  mentions: text,
  content: text,
  sections: { type: 'object', enabled: false },
};

/** Settings and mapping: the body of the request that makes an index. */
export function indexBody(edition: Edition, synonyms: readonly string[]): API.Indices_Create_RequestBody {
  return {
    settings: { analysis: analysisOf(synonyms) },
    mappings: {
      dynamic: 'strict',
      _meta: { edition },
      properties: {
        ...FIELDS,
        words: {
          type: 'text',
          analyzer: ANALYSERS.exact,
          search_analyzer: ANALYSERS.typed,
          index_options: 'docs',
          norms: false,
        },
      },
    },
  };
}
