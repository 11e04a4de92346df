import { stringify } from 'yaml';
import { collections, type Entry } from '../archive/collections.ts';
import { fileStem } from '../archive/id.ts';
import type { EditionFolder } from './folder.ts';
import type { KeptEntry } from './select.ts';

/** Bodies are asked for one by one, so that the texts of a large archive are never in memory together. */
export type BodyOf = (entry: Entry) => string;

/** Stands for the body that `BodyOf` gives: another one has another key. Null where nobody knows. */
export type KeyOf = (entry: Entry) => string | null;

/**
 * Writes entries as content in one fixed form: names of files and folders come from collection and id, YAML is made
 * anew, so that no comment, order or folder of the original comes along.
 */
export async function writeEntries(
  folder: EditionFolder,
  kept: readonly KeptEntry[],
  bodyOf: BodyOf,
  keyOf: KeyOf,
): Promise<void> {
  const lists = new Map<string, unknown[]>();
  for (const { entry, record } of kept) {
    const { layout, endings } = collections[entry.collection];
    if (layout === 'list') {
      const name = `${entry.collection}${endings[0]}`;
      const list = lists.get(name);
      if (list) list.push(record);
      else lists.set(name, [record]);
      continue;
    }
    const stem = endings[0] === '.md' ? fileStem(entry.id) : entry.id;
    const name = `${entry.collection}/${stem}${endings[0]}`;
    const text = () => (endings[0] === '.yaml' ? yaml(record) : `---\n${yaml(record)}---\n${bodyOf(entry)}`);
    const key = keyOf(entry);
    if (key === null) folder.write(name, text());
    else folder.writeOnce(name, `${key} ${JSON.stringify(record)}`, text);
  }
  for (const [name, list] of lists) folder.write(name, yaml(list));
}

/** Never folded, aliased or commented: one value has one form. */
function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2' });
}
