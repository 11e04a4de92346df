import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from './csl.ts';
import type { CITATION_FILES } from './files.ts';

// Keys made of author, year and word would be the same for many documents of the Council.
const { format } = plugins.config.get('@bibtex') as unknown as {
  format: { useIdAsLabel: boolean; checkLabel: boolean };
};
format.useIdAsLabel = true;
format.checkLabel = false;

/** How each of the files of a citation is written. */
export const WRITERS: Readonly<Record<(typeof CITATION_FILES)[number]['name'], (items: readonly CslItem[]) => string>> =
  {
    'cite.bib': toBibtex,
    'cite.ris': toRis,
    'cite.json': toCslJson,
  };

export function toBibtex(items: readonly CslItem[]): string {
  return `${String(plugins.output.format('bibtex', items, { format: 'text' })).trim()}\n`;
}

/** The library breaks every value after 70 characters, addresses too, which readers of RIS do not mend: lines stay whole here. */
export function toRis(items: readonly CslItem[]): string {
  const entries = plugins.output.format('ris', items, { format: 'object' }) as Record<string, unknown>[];
  return entries.map(risEntry).join('\n');
}

function risEntry({ TY, ...tags }: Record<string, unknown>): string {
  const lines = Object.entries(tags).flatMap(([tag, value]) =>
    [value].flat().map((one) => `${tag}  - ${String(one).replace(/\s+/g, ' ')}`),
  );
  return [`TY  - ${TY}`, ...lines, 'ER  - ', ''].join('\n');
}

export function toCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, null, 1)}\n`;
}
