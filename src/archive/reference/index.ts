/**
 * References: every way in which Council documents name other documents, acts, actions and plans.
 * One module to find them in text, parse them, print them, compare them and say where they lead.
 */
export { findReferences, parseReference } from './find.ts';
export { formatReference, keyOf, linkFor, sameReference, slugOf } from './resolve.ts';
export type {
  ActionReference,
  CelexReference,
  CommissionReference,
  CouncilReference,
  FoundReference,
  JournalActReference,
  JournalEntryReference,
  JournalIssueReference,
  JournalReference,
  Link,
  PlanReference,
  Reference,
} from './types.ts';
