import type { Catalogue } from '../archive/catalogue.ts';
import { objectivesIn, parseObjective } from '../archive/objective.ts';

/** Anchor of an objective on the page of its strategy or plan: `1/b` → `objective-1-b`. */
export const objectiveAnchor = (id: string) => `objective-${id.replaceAll('/', '-')}`;

/** Where an objective (`2019/1/b`) is shown; null where this edition does not show it. */
export function objectiveAddress(archive: Catalogue, reference: string): string | null {
  const { owner, id } = parseObjective(reference);
  const item = archive.get('strategies', owner) ?? archive.get('action-plans', owner);
  const shown = [...objectivesIn(item?.entry.record.objectives)].some((objective) => objective.id === id);
  return item && shown ? `${item.address}#${objectiveAnchor(id)}` : null;
}
