import type { CslItem } from '../../publish/cite/csl.ts';
import { CSL_TYPE, FORMATS } from '../../publish/cite/formats.ts';
import { download } from '../reading/download.client.ts';

/** Saves the citation that an entry's page holds. Throws on a page that holds none. */
export function saveCitation(ending: keyof typeof FORMATS): void {
  const items: CslItem[] = JSON.parse(document.querySelector(`script[type="${CSL_TYPE}"]`)?.textContent ?? '');
  const { type, write } = FORMATS[ending];
  download(`${items[0]?.id}.${ending}`, type, write(items));
}
