import type { Rule } from '../rule.ts';
import { citesLater, textCitesLater } from './cites-later.ts';
import { classified } from './classified.ts';
import { cycle } from './cycle.ts';
import { decidedLater } from './decided-later.ts';
import { directive } from './directive.ts';
import { documentNumber } from './document-number.ts';
import { guidePage } from './guide-page.ts';
import { hidden } from './hidden.ts';
import { meetingId } from './meeting-id.ts';
import { portions } from './portions.ts';
import { sourceNeeded } from './source-needed.ts';
import { sourcePlace } from './source-place.ts';
import { textRecord } from './text-record.ts';
import { toldTooEarly } from './told-too-early.ts';
import { unknownObjective } from './unknown-objective.ts';
import { unknownReference } from './unknown-reference.ts';
import { unknownSource } from './unknown-source.ts';
import { versionBase } from './version-base.ts';

/** What must hold before the content is partitioned into editions; the partition asks it once more. */
export const safety: readonly Rule[] = [directive, portions, classified, guidePage, hidden];

/** Rules whose findings an editor should look at once more; they keep nothing from being published. */
export const warnings: readonly Rule[] = [decidedLater, textCitesLater];

/** Every rule that content must obey beyond its schema. */
export const rules: readonly Rule[] = [
  unknownReference,
  unknownObjective,
  unknownSource,
  documentNumber,
  versionBase,
  cycle,
  meetingId,
  textRecord,
  sourceNeeded,
  sourcePlace,
  toldTooEarly,
  citesLater,
  ...safety,
];
