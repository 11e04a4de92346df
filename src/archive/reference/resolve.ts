import { act } from './act.ts';
import { action } from './action.ts';
import { commission } from './commission.ts';
import { council } from './council.ts';
import type { Family } from './family.ts';
import { journal } from './journal.ts';
import { journalAct } from './journal-act.ts';
import { plan } from './plan.ts';
import type { Link, Reference } from './types.ts';

/** What knows each kind of reference. */
export const families = {
  council,
  commission,
  journal,
  'journal-act': journalAct,
  celex: act,
  action,
  plan,
} satisfies { [K in Reference['kind']]: Family<Extract<Reference, { kind: K }>> };

/** Each family only ever gets references of its own kind. */
function familyOf<R extends Reference>(reference: R): Family<R> {
  return families[reference.kind] as unknown as Family<R>;
}

/** The canonical form, for comparing and for data: `ST-13944-2022-INIT`, `OJ C 5, 7.1.2012, p. 1`, `action 7.3`. */
export function keyOf(reference: Reference): string {
  return familyOf(reference).key(reference);
}

/** `register`: the canonical form; `printed`: the form usual in print, `13944/22`. Both read back to the same reference. */
export function formatReference(reference: Reference, style: 'register' | 'printed'): string {
  return style === 'register' ? keyOf(reference) : familyOf(reference).printed(reference);
}

/**
 * The canonical form for addresses, lower case and ASCII: `st-13944-2022-init`, `oj-c-5-2012-01-07-p-1`.
 * An action's is `7.3`, the id of its record.
 */
export function slugOf(reference: Reference): string {
  return familyOf(reference).slug(reference);
}

export function sameReference(a: Reference, b: Reference): boolean {
  return keyOf(a) === keyOf(b);
}

/** The address outside the archive with its exactness; null where no shape of address is known to hold. */
export function linkFor(reference: Reference): Link | null {
  return familyOf(reference).link(reference);
}
