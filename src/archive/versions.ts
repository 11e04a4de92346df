import type { Catalogue, DerivedIndex } from './catalogue.ts';
import type { Item } from './item.ts';
import { type CouncilReference, parseReference } from './reference/index.ts';

type Document = Item<'documents'>;

/** The versions of each document, oldest first. */
export const FAMILIES: DerivedIndex<readonly Document[]> = { name: 'versions', make: familiesIn };

/** The versions of a document that the archive knows, oldest first, itself included: `INIT`, `REV 1`, `REV 2` … */
export function versionsOf(archive: Catalogue, item: Document): readonly Document[] {
  const reference = versionReference(item);
  return (reference && archive.derived(FAMILIES, familyOf(reference))) || [item];
}

/** Versions whose official texts are held, each with the one before it. */
export function comparablePairs(archive: Catalogue): { newer: Document; older: Document }[] {
  return [...familiesIn(archive).values()].flatMap((family) => {
    const held = family.filter(({ id }) => archive.get('texts', id));
    return held.slice(1).map((newer, index) => ({ newer, older: held[index] as Document }));
  });
}

/** The version to which a document's text can be compared: the last one before it whose text is held. */
export function comparableTo(archive: Catalogue, item: Document): Document | null {
  if (!archive.get('texts', item.id)) return null;
  const versions = versionsOf(archive, item);
  const older = versions.slice(0, versions.indexOf(item));
  return older.findLast(({ id }) => archive.get('texts', id)) ?? null;
}

export const comparisonAddress = (newer: Document, older: Document) =>
  `${newer.address}compare/${older.id.toLowerCase()}/`;

function familiesIn(archive: Catalogue): Map<string, Document[]> {
  const made = new Map<string, { item: Document; revision: number }[]>();
  for (const item of archive.list('documents')) {
    const reference = versionReference(item);
    if (!reference) continue;
    const key = familyOf(reference);
    const family = made.get(key) ?? [];
    made.set(key, family);
    family.push({ item, revision: revisionOf(reference) });
  }
  return new Map(
    [...made].map(([key, family]) => [key, family.sort((a, b) => a.revision - b.revision).map(({ item }) => item)]),
  );
}

/** Addenda, corrigenda and extracts are documents of their own, not versions. */
function versionReference({ id }: Document): CouncilReference | null {
  const reference = parseReference(id);
  return reference?.kind === 'council' && /^(INIT|REV-\d+)$/.test(reference.suffix) ? reference : null;
}

const familyOf = ({ series, number, year }: CouncilReference) => `${series}-${number}-${year}`;
const revisionOf = ({ suffix }: CouncilReference) => Number(suffix.split('-')[1] ?? 0);
