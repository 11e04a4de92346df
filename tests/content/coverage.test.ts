import { describe, expect, test } from 'vitest';
import { findReferences, keyOf } from '../../src/archive/reference/index.ts';
import { contentFiles } from '../support/content.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

/** What the documents name and no record needs to, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

/** Numbers with what is glued to them, dates, acronyms and proper names of a text. */
function factsIn(text: string): Set<string> {
  const facts = new Set<string>();
  const plain = text.replace(/<[^>]+>/g, ' ').replace(/[*_#|]/g, ' ');
  for (const [number] of plain.matchAll(/\d+(?:[./]\d+)*/g)) facts.add(number);
  for (const [acronym] of plain.matchAll(/\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b/g)) facts.add(acronym);
  // A capital inside a sentence begins a name; at its beginning it may be any word.
  for (const [, name] of plain.matchAll(/[a-z,;:)] {1,2}([A-Z][a-z]{2,})/g)) facts.add(name ?? '');
  return facts;
}

describe.skipIf(!haveSeeds)('the records cover the five documents', () => {
  const content = contentFiles()
    .map(({ text }) => text)
    .join('\n');
  const known = content.toLowerCase();
  const numbers = new Set(content.match(/\d+(?:[./]\d+)*/g));
  const cited = new Set(findReferences(content).map(({ reference }) => keyOf(reference)));

  test.each(readSeeds().map(({ name, text }) => [name, text] as const))('%s', (_name, text) => {
    const missing = [...factsIn(text)].filter((fact) =>
      /^\d/.test(fact) ? !numbers.has(fact) && !known.includes(fact) : !known.includes(fact.toLowerCase()),
    );
    expect(missing.filter((fact) => !(fact in EXCEPTIONS))).toEqual([]);
    const references = findReferences(text).map(({ reference }) => keyOf(reference));
    expect(references.filter((key) => !cited.has(key) && !content.includes(key))).toEqual([]);
  });
});
