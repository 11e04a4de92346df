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

/** A document of the Commission: `COM(2018) 549 final`. */
export interface CommissionReference {
  readonly kind: 'commission';
  readonly series: 'COM' | 'SWD' | 'JOIN' | 'SEC';
  readonly year: number;
  readonly number: number;
  /** The 2 of `final/2`; left out for the first version. */
  readonly version?: number;
}

/** A numbered issue of the Official Journal, the form until 30 September 2023: `OJ C 5, 7.1.2012, p. 1`. */
export interface JournalIssueReference {
  readonly kind: 'journal';
  readonly series: 'C' | 'L';
  readonly issue: number;
  /** The E of `OJ C 377 E`: a part of the issue that is published by itself. */
  readonly section?: string;
  /** `2012-01-07`, or `1998` where only the year is given. */
  readonly date: string;
  readonly page?: number;
}

/** An entry of the Official Journal that appears act by act, since 1 October 2023: `OJ L, 2023/2131, 11.10.2023`. */
export interface JournalEntryReference {
  readonly kind: 'journal';
  readonly series: 'C' | 'L';
  /** `2023/2131`. */
  readonly entry: string;
  /** `2023-10-11`. */
  readonly date?: string;
}

/** A place in the Official Journal. */
export type JournalReference = JournalIssueReference | JournalEntryReference;

/** An act by its number within an issue of the Official Journal: `2012/C 5/01`. */
export interface JournalActReference {
  readonly kind: 'journal-act';
  readonly series: 'C' | 'L';
  readonly year: number;
  readonly issue: number;
  readonly section?: string;
  readonly number: number;
}

/** An act known by its CELEX number: `32016R0679`. */
export interface CelexReference {
  readonly kind: 'celex';
  readonly celex: string;
}

/** An action of an action plan (`7.3`), or a point of the timetable of 1997 (`1997.22`). */
export interface ActionReference {
  readonly kind: 'action';
  readonly plan: number;
  readonly number: number;
}

/** A numbered action plan: `Seventh Action Plan`. */
export interface PlanReference {
  readonly kind: 'plan';
  readonly number: number;
}

export type Reference =
  | CouncilReference
  | CommissionReference
  | JournalReference
  | JournalActReference
  | CelexReference
  | ActionReference
  | PlanReference;

/** A reference and where it stands: offsets in UTF-16 units of the text that was searched, `end` exclusive. */
export interface FoundReference {
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
  /** The stretch of the searched text, with its markup and line breaks. */
  readonly text: string;
}

/** Where a reference leads outside the archive, and how exactly. */
export interface Link {
  readonly url: string;
  /** `exact`: the act itself; `issue`: the issue of the Official Journal that holds it; `register`: the Council's register. */
  readonly exactness: 'exact' | 'issue' | 'register';
}
