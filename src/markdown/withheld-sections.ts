import { placesIn } from './render.ts';
import { emptyWithheld, scanWithheld } from './withheld-blocks.ts';

/**
 * Locators of the headings below which a portion is withheld. Like a page, such a section holds both what is open and
 * what is not. The caller has made sure that the portions can be relied on.
 */
export function mixedSections(body: string): ReadonlySet<string> {
  const mixed = new Set<string>();
  const { blocks } = scanWithheld(body);
  for (const [index, { from }] of blocks.entries()) {
    const before = emptyWithheld(body, blocks.slice(0, index)).split('\n');
    // Lines of the portions before this one went.
    const gone = blocks.slice(0, index).reduce((sum, block) => sum + block.to - block.from - 1, 0);
    const open: { level: number; locator: string }[] = [];
    for (const { kind, level = 0, locator } of placesIn(before.slice(0, from - 1 - gone).join('\n'))) {
      if (kind !== 'heading') continue;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push({ level, locator });
    }
    for (const { locator } of open) mixed.add(locator);
  }
  return mixed;
}
