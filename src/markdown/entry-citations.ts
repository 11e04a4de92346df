import { type CitedReference, citationsIn } from '../archive/citations.ts';
import type { Entry } from '../archive/collections.ts';
import { outline } from './render.ts';

/** The references that the record of an entry makes in its words. */
export const recordCitations = ({ record }: Entry): CitedReference[] => citationsIn(record);

/** The references that a Markdown body makes, each with the locator of its place. */
export function bodyCitations(body: string): CitedReference[] {
  return outline(body).citations.map(({ found, locator }) => ({ reference: found.reference, locator }));
}
