import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The rooms of `src/` from the inside out, each with what it may import: rooms, or single files of one. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  archive: ['lib'],
  markdown: ['archive'],
  check: ['lib', 'archive', 'markdown'],
  intake: ['lib', 'archive', 'check'],
  edition: ['lib', 'archive', 'markdown', 'check'],
  drawing: ['archive'],
  search: ['lib', 'archive', 'edition'],
  publish: ['lib', 'archive', 'markdown', 'edition', 'drawing'],
  client: ['archive', 'drawing', 'publish', 'search'],
  offline: ['lib', 'edition', 'search', 'client'],
  site: ['archive', 'markdown', 'check', 'intake', 'edition', 'drawing', 'publish', 'search'],
  pages: ['archive', 'markdown', 'intake', 'drawing', 'publish', 'client', 'offline', 'site'],
  // It shares no code with what it audits.
  audit: ['lib', 'archive/own-copy.ts', 'edition/editions.ts', 'edition/seal/'],
  build: ['lib', 'archive', 'check', 'edition', 'search', 'publish', 'offline', 'site', 'audit'],
};

/** Folders of Astro that are one room. */
const PAGES = /^(?:components|layouts|styles)$/;

/** Every quoted relative path counts, so that workers and files of a template are imports too. */
const PATH = /(['"`])((?:\.{1,2}\/|@components\/)[^'"`\n?#]+)(?:\?[^'"`]*)?\1/g;

/** Imports against the direction of the rooms, and files that import one another in a ring. @param src absolute */
export function importFaults(src: string, rooms = ROOMS): string[] {
  const files = new Map(sourcesOf(src).map((file) => [file, readFileSync(join(src, file), 'utf8')]));
  const imports = new Map(Array.from(files, ([file, text]) => [file, importsIn(file, text, files)]));
  const faults: string[] = [];
  for (const [file, targets] of imports) {
    const room = roomOf(file);
    const known = rooms[room];
    if (!known) {
      if (file.includes('/')) faults.push(`${file}: there is no room "${room}"`);
      continue;
    }
    for (const target of targets) {
      const isKnown = roomOf(target) === room || known.some((one) => one === roomOf(target) || target.startsWith(one));
      if (!isKnown) faults.push(`${file} imports ${target}: ${room} knows ${known.join(', ') || 'no other room'}`);
    }
  }
  return [...faults, ...ringsIn(imports)];
}

function sourcesOf(src: string): string[] {
  const items = readdirSync(src, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return items
    .map((item) => relative(src, join(item.parentPath, item.name)).split(sep).join('/'))
    .filter((file) => /\.(?:ts|astro|mjs|mdx)$/.test(file) && !file.endsWith('.test.ts'))
    .sort();
}

function importsIn(file: string, text: string, files: ReadonlyMap<string, string>): string[] {
  const targets = Array.from(text.matchAll(PATH), ([, , path = '']) =>
    path.startsWith('@') ? path.slice(1) : posix.normalize(posix.join(posix.dirname(file), path)),
  );
  return [...new Set(targets)].filter((target) => files.has(target) && target !== file);
}

function roomOf(file: string): string {
  const [top = ''] = file.split('/');
  return PAGES.test(top) ? 'pages' : top;
}

function ringsIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) rings.push(`a ring of imports: ${[...way.slice(at), file].join(' → ')}`);
    if (at >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return rings;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = importFaults(fileURLToPath(new URL('../src', import.meta.url)));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
