import { type CitedReference, citationsIn } from '../archive/citations.ts';
import type { Entry } from '../archive/collections.ts';
import { readBody } from '../archive/read.ts';
import { outline } from './render.ts';

/** Every reference that an entry makes: in the words of its record, and in its text with the place that makes it. */
export async function citationsOf(root: string, entry: Entry): Promise<CitedReference[]> {
  const body = await readBody(root, entry.file);
  return [
    ...citationsIn(entry.record),
    ...outline(body).citations.map(({ found, locator }) => ({
      reference: found.reference,
      // Authored pages are rendered by Astro, whose anchors are its own.
      locator: entry.collection === 'guide' ? null : locator,
    })),
  ];
}
