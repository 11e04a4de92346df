import { type CitedReference, citationsIn } from '../archive/citations.ts';
import type { Entry } from '../archive/collections.ts';
import { outline } from './render.ts';

/** The references that an entry makes, in its record and in its body. */
export function citationsOf({ collection, record }: Entry, body: string): CitedReference[] {
  const inBody = outline(body).citations.map(({ found, locator }) => ({
    reference: found.reference,
    // Authored pages are rendered by Astro, whose anchors are its own.
    locator: collection === 'guide' ? null : locator,
  }));
  return [...citationsIn(record), ...inBody];
}
