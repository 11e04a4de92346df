import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import type { Edition } from '../../src/edition/editions.ts';
import { project } from '../../src/lib/project.ts';
import { editionFolder } from './built-editions.setup.ts';

/** A page of a built edition. */
export interface Page {
  /** As a browser asks for it: `/documents/st-13944-2022-init/`, `/404.html`. */
  readonly address: string;
  readonly file: string;
}

/** Every file of a built edition, as a path from its root: `/index.html`. */
export function filesOf(edition: Edition): string[] {
  const root = editionFolder(edition);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => `/${relative(root, join(item.parentPath, item.name)).split(sep).join('/')}`)
    .sort();
}

export function pagesOf(edition: Edition): Page[] {
  return filesOf(edition)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ address: path.replace(/index\.html$/, ''), file: join(editionFolder(edition), path) }));
}

export function readPage(page: Page): { html: string; tree: Root } {
  const html = readFileSync(page.file, 'utf8');
  return { html, tree: htmlToHast(html) as Root };
}

export function elementsOf(tree: Root): Element[] {
  const elements: Element[] = [];
  visit(tree, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

/** What a reader reads, without the source of scripts and styles. */
export function wordsOf(tree: Root): string {
  const words: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && ['script', 'style', 'template'].includes(node.tagName)) return SKIP;
    if (node.type === 'text') words.push(node.value);
    return undefined;
  });
  return words.join(' ');
}

const routes = readdirSync(join(project, 'src/pages'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.astro'))
  .map((file) =>
    file
      .split(sep)
      .join('/')
      .replace(/(\/?index)?\.astro$/, '')
      .split('/')
      .filter(Boolean),
  )
  .sort((a, b) => parametersOf(a) - parametersOf(b));

function parametersOf(route: readonly string[]): number {
  return route.filter((part) => part.startsWith('[')).length;
}

/** The kind of page, after the route that makes it: `/documents`, `/documents/…`, `/about/numbers`; entries by collection. */
export function templateOf({ address }: Page): string {
  const parts = address.split('/').filter(Boolean);
  const route = routes.find(
    (one) => one.length === parts.length && one.every((part, index) => part.startsWith('[') || part === parts[index]),
  );
  const kind = parts.map((part, index) => (index > 0 && route?.[index]?.startsWith('[') ? '…' : part));
  return `/${kind.join('/')}`;
}

/** One page of each kind, the longest: it shows most of what the kind can show. */
export function onePageOfEachTemplate(edition: Edition): Page[] {
  const longest = new Map<string, { page: Page; size: number }>();
  for (const page of pagesOf(edition)) {
    const size = readFileSync(page.file).length;
    const known = longest.get(templateOf(page));
    if (!known || size > known.size) longest.set(templateOf(page), { page, size });
  }
  return [...longest.values()].map(({ page }) => page);
}
