/**
 * References: every way in which Council documents name other documents, acts, actions and plans.
 * One module to find them in text, parse them, print them, compare them and say where they lead.
 */

/** A document of the Council: `ST-13944-2022-INIT`. */
export interface CouncilReference {
  readonly kind: 'council';
  /** `ST` where the text gives none. */
  readonly series: string;
  readonly number: number;
  /** Four digits. */
  readonly year: number;
  /** `INIT`, `REV-1`, `ADD-1-COR-1`. */
  readonly suffix: string;
}
