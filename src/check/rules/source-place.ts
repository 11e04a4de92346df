import { isDocument, isOpenInPart } from '../../archive/access.ts';
import { pageOf } from '../../archive/locator.ts';
import { parseSource } from '../../archive/source.ts';
import { pointersOf } from '../pointers.ts';
import type { CheckContext, Rule } from '../rule.ts';

export const sourcePlace: Rule = {
  code: 'SOURCE-PLACE',
  contract:
    'Where a précis or an official text withholds a portion, a source names the place in the document, so that the public edition knows whether it is open.',
  *check(context) {
    const { content, anchorsOf } = context;
    const mixedOf = openInPart(context);
    for (const entry of content.entries) {
      for (const { path, value, to } of pointersOf({ ...entry, faults: [] })) {
        if (to !== 'source') continue;
        const { id, locator, register } = parseSource(value);
        const mixed = register ? undefined : mixedOf.get(id);
        if (!mixed) continue;
        if (locator !== null && pageOf(locator) === null && !mixed.has(locator)) continue;
        yield { entry, path, ...complaint(id, locator, anchorsOf(id).length > 0) };
      }
    }
  },
};

/** The documents that are open in part, with the sections of each that hold both what is open and what is not. */
function openInPart({ content, textOf }: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map(content.entries.flatMap((e) => (e.collection === 'texts' ? [[e.id, e] as const] : [])));
  const found = new Map<string, ReadonlySet<string>>();
  for (const entry of content.entries) {
    if (!isDocument(entry)) continue;
    const text = texts.get(entry.id);
    const withheld = [textOf(entry).withheld, text ? textOf(text).withheld : null];
    if (isOpenInPart(entry, withheld)) found.set(entry.id, new Set(withheld.flatMap((facts) => facts?.mixed ?? [])));
  }
  return found;
}

function complaint(id: string, locator: string | null, summarised: boolean): { message: string; fix: string } {
  const open = `"${id}" is open only in part`;
  const section = summarised ? 'name the section' : 'write a précis of the open part, and name its section';
  const fix = `${section} behind #; what its first page says of it is #header`;
  if (locator === null) return { message: `${open}, and the source does not say which part`, fix };
  if (pageOf(locator) !== null) {
    return { message: `${open}, and a page may hold both what is open and what is not`, fix };
  }
  return {
    message: `${open}, and a portion of its section "${locator}" is withheld`,
    fix: `name the paragraph or point of the section, for example #${locator}-p1`,
  };
}
