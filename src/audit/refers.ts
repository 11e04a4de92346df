import { posix } from 'node:path';
import { ownCopy } from '../archive/own-copy.ts';
import type { Text } from './read.ts';
import type { Finding } from './report.ts';
import { BREAK } from './words.ts';

/** What the files of an edition refer to. */
export interface References {
  /** Paths below the edition, each with the first file that refers to it. */
  readonly paths: Map<string, string>;
  /** Bare names of files of the search index. */
  readonly names: Set<string>;
}

/** Files that belong to an edition only if another file names them. */
const NAMED = /^_astro\/|^pagefind\/.*\.pf_(?:fragment|index|filter)$|^pagefind\/(?:.*\/)?texts\//;

/** Texts of the pages that the search index tells of, in a folder that is named by their checksum. */
const TEXTS = /^pagefind\/(?:.*\/)?texts\//;

/**
 * @param raw a page, style or script as it is written
 * @param text the same, or one of Pagefind's files, as `textsOf` reads it
 */
export function addReferences(
  { paths, names }: References,
  file: string,
  raw: string,
  { text, tags = [] }: Text,
): void {
  const add = (address = '') => {
    const path = pathOf(file, address);
    // A piece of a page would keep all of it in memory.
    if (path !== null && !paths.has(path)) paths.set(ownCopy(path), file);
  };
  const find = (pattern: RegExp, within: string) => {
    for (const [, address] of within.matchAll(pattern)) add(address);
  };
  if (/\.(?:html|svg)$/.test(file)) {
    for (const tag of tags) {
      find(/\s(?:href|src|poster|action|formaction|data)="([^"]*)"/g, tag);
      const set = /\ssrcset="([^"]*)"/.exec(tag)?.[1];
      for (const one of set?.split(/,\s+/) ?? []) add(one.trim().split(/\s/)[0]);
    }
  }
  if (/\.(?:html|css|m?js)$/.test(file)) {
    const program = file.endsWith('.html') ? programOf(raw) : raw;
    find(/\burl\(\s*["']?([^"')]+?)["']?\s*\)/g, program);
    find(/\b(?:from|import)\s*\(?\s*["'`](\.{0,2}\/[^"'`]*)["'`]/g, program);
    find(/(\/_astro\/[\w@.~-]+\.\w+)/g, program);
  }
  if (TEXTS.test(file)) find(/"url":"([^"]+)"/g, raw);
  if (file.startsWith('search/'))
    for (const [, name = ''] of raw.matchAll(/"digest":"(\w+)"/g)) names.add(ownCopy(name));
  if (file.endsWith('.pf_meta')) for (const name of text.split(BREAK)) names.add(ownCopy(name));
}

/** The styles and scripts of a page: its words may show an import or an address without leading there. */
const programOf = (html: string) => html.match(/<(script|style)\b[\s\S]*?<\/\1>|\sstyle="[^"]*"/g)?.join('\n') ?? '';

/** Null for an address of another site, and for a place in the page itself. */
function pathOf(file: string, address: string): string | null {
  const [plain = ''] = address.replaceAll('&amp;', '&').trim().split(/[?#]/);
  if (plain === '' || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(plain)) return null;
  const path = plain.includes('%') ? decodeURIComponent(plain) : plain;
  return path.startsWith('/') && !path.includes('/.')
    ? path.slice(1)
    : posix.join(posix.dirname(`/${file}`), path).slice(1);
}

const nameOf = (file: string) => (TEXTS.test(file) ? posix.basename(posix.dirname(file)) : posix.parse(file).name);

/** @param files all files of the edition */
export function referenceFindings({ paths, names }: References, files: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const reached = new Set<string | undefined>();
  for (const [path, file] of paths) {
    const found = [path, `${path}index.html`, `${path}/index.html`].find((name) => files.has(name));
    if (found === undefined)
      findings.push({ rule: 'MISSING', file, message: `it refers to /${path}, which is not there` });
    reached.add(found);
  }
  for (const file of files) {
    if (/(?:^|\/)\./.test(file)) findings.push({ rule: 'UNEXPECTED', file, message: 'it is hidden' });
    if (NAMED.test(file) && !reached.has(file) && !names.has(nameOf(file)))
      findings.push({ rule: 'UNEXPECTED', file, message: 'no other file names it' });
  }
  return findings;
}
