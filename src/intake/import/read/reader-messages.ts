import type { Outcome } from '../document.ts';
import type { Given } from '../given.ts';

export type Request =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly source: string; readonly given: Given }
  | { readonly kind: 'zip'; readonly bytes: Uint8Array }
  | { readonly kind: 'entry'; readonly index: number; readonly source: string };

export interface ListedEntry {
  readonly name: string;
  /** Why it is not read; null where it can be. */
  readonly refused: string | null;
}

export type Answer =
  | { readonly kind: 'file'; readonly outcome: Outcome }
  | { readonly kind: 'zip'; readonly entries: readonly ListedEntry[] }
  | { readonly kind: 'unreadable'; readonly error: string };
