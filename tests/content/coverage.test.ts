import { describe, expect, test } from 'vitest';
import { findReferences, keyOf } from '../../src/archive/reference/index.ts';
import { contentFiles } from '../support/content.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

/** What the documents name and no record needs to, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  KB: 'initials in a page footer of 13944/22',
  DELETED: 'word of the mark that stands for the withheld portion, recorded as such',
  UNTIL: 'word of the same mark',
  MSs: 'a second plural of MS, Member States',
  Participate: 'first word of an objective',
  Provision: 'word of the title of the Naples Convention, recorded by its short name',
};

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

/** `16.12.2022` → `2022-12-16`; anything else as it is. */
function isoDate(text: string): string {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : text;
}

describe.skipIf(!haveSeeds)('the records cover the five documents', () => {
  const content = contentFiles()
    .map(({ text }) => text)
    .join('\n');
  const known = content.toLowerCase();
  const numbers = new Set([
    ...(content.match(/\d+(?:[./]\d+)*/g) ?? []),
    ...(content.match(/\d{4}-\d{2}-\d{2}/g) ?? []),
  ]);
  const cited = new Set(findReferences(content).map(({ reference }) => keyOf(reference)));

  test.each(readSeeds().map(({ name, text }) => [name, text] as const))('%s', (_name, text) => {
    const missing = [...factsIn(text)].filter((fact) =>
      /^\d/.test(fact) ? !numbers.has(fact) && !numbers.has(isoDate(fact)) : !known.includes(fact.toLowerCase()),
    );
    expect(missing.filter((fact) => !(fact in EXCEPTIONS))).toEqual([]);
    const references = findReferences(text).map(({ reference }) => keyOf(reference));
    expect(references.filter((key) => !cited.has(key) && !content.includes(key))).toEqual([]);
  });
});
