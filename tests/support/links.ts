import type { Element } from 'hast';

/** An address in a page, and whether a browser asks for it without being told to. */
export interface Link {
  readonly url: string;
  readonly loads: boolean;
}

/** Relations of `<link>` that only tell, and make a browser fetch nothing. */
const TELLING = new Set(['canonical', 'alternate', 'license', 'author', 'help', 'next', 'prev', 'search', 'up']);
const LOADING = ['src', 'data', 'poster', 'background', 'action', 'formAction'];

/** All addresses in an element's attributes. */
export function linksOf({ tagName, properties }: Element): Link[] {
  const links: Link[] = [];
  for (const name of LOADING) {
    if (typeof properties[name] === 'string') links.push({ url: properties[name], loads: true });
  }
  const sets = [properties.srcSet, properties.imageSrcSet].flat().filter((value) => typeof value === 'string');
  for (const set of sets.flatMap((value) => value.split(','))) {
    links.push({ url: set.trim().split(/\s/)[0] ?? '', loads: true });
  }
  if (typeof properties.href === 'string') {
    const relations = [properties.rel].flat().map(String);
    const tells = tagName === 'a' || tagName === 'area' || relations.some((relation) => TELLING.has(relation));
    links.push({ url: properties.href, loads: !tells });
  }
  return links;
}

/** Addresses that a style sheet loads. */
export function linksOfCss(css: string): Link[] {
  const found = css.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g);
  return [...found].map(([, url, imported]) => ({ url: url ?? imported ?? '', loads: true }));
}
