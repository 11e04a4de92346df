import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { markedLines } from '../archive/classification.ts';
import type { Problem } from '../archive/problem.ts';
import { decodeText, placeOf, readYaml, SourceFileError, wholeYaml } from '../archive/source-file.ts';
import { EDITIONS, type Edition } from './editions.ts';
import { PICTURES } from './images.ts';

/** Names the files of `public/` and their editions: `favicon.svg: public`. A file it does not name is not published. */
export const LIST = 'editions.yaml';

const listSchema = z.record(z.string(), z.enum(EDITIONS));

/** Kinds of files that are published as they are; pictures are made anew. */
const PLAIN: ReadonlySet<string> = new Set(['.svg', '.txt', '.css', '.js', '.woff2', '.webmanifest', '.ico', '.xml']);

/** The static files of an edition, by their path below the static folder, and what is wrong with that folder. */
export async function staticFiles(
  folder: string,
  edition: Edition,
): Promise<{ files: readonly string[]; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const found = await filesBelow(folder, problems);
  if (found.length === 0) return { files: [], problems };
  const list = await readList(folder, problems);
  const report = (name: string, message: string, fix: string, line = 1, code = 'STATIC') =>
    problems.push({ file: `public/${name}`, line, column: 1, code, message, fix });
  for (const name of found) {
    if (name === LIST) continue;
    if (!list.editions.has(name)) {
      report(
        name,
        'nothing says which edition this file belongs to',
        `add "${name}: public" or ": delegates" to public/${LIST}`,
      );
    } else if (!/^[\w.()/-]+$/.test(name)) {
      report(
        name,
        'the name holds characters that do not belong in an address',
        'use letters from a to z, digits, points and hyphens',
      );
    } else if (!PLAIN.has(extname(name)) && !PICTURES.has(extname(name))) {
      report(
        name,
        `files of the kind "${extname(name)}" are not published`,
        `use ${[...PLAIN, ...PICTURES].join(', ')}`,
      );
    } else {
      for (const { line, level } of markedLines(await readFile(join(folder, name), 'utf8'), undefined))
        report(
          name,
          `the file is marked ${level}`,
          'remove it from this machine, this archive is not accredited to hold it',
          line,
          'CLASSIFIED',
        );
    }
  }
  for (const name of list.editions.keys()) {
    if (!found.includes(name))
      report(LIST, `"${name}" does not exist`, 'remove the line, or add the file', list.lineOf(name));
  }
  const files = found.filter((name) =>
    edition === 'delegates' ? list.editions.has(name) : list.editions.get(name) === 'public',
  );
  return { files, problems };
}

async function readList(folder: string, problems: Problem[]) {
  const report = (place: { line: number; column: number }, message: string, fix: string) =>
    problems.push({ file: `public/${LIST}`, ...place, code: 'STATIC', message, fix });
  const nothing = { editions: new Map<string, Edition>(), lineOf: () => 1 };
  const bytes = await readFile(join(folder, LIST)).catch(() => null);
  if (!bytes) return nothing;
  try {
    const source = wholeYaml(decodeText(bytes));
    const result = listSchema.safeParse(readYaml(source) ?? {});
    if (!result.success) {
      const path = result.error.issues[0]?.path.map(String) ?? [];
      report(
        placeOf(source, path),
        `${path.join('.') || 'the list'} has no known edition`,
        `write public or delegates`,
      );
      return nothing;
    }
    return {
      editions: new Map(Object.entries(result.data)),
      lineOf: (name: string) => placeOf(source, [name], true).line,
    };
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    report(error.place, error.message, error.fix);
    return nothing;
  }
}

/** Paths of the files below a folder, sorted; none where it does not exist. Symbolic links are problems. */
async function filesBelow(folder: string, problems: Problem[], below = ''): Promise<string[]> {
  const items = await readdir(join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && below === '') return [];
    throw error;
  });
  const found: string[] = [];
  for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below + item.name;
    if (item.isDirectory()) found.push(...(await filesBelow(folder, problems, `${name}/`)));
    else if (item.isFile()) found.push(name);
    else {
      const fix = 'put the file itself here';
      problems.push({ file: `public/${name}`, line: 1, column: 1, code: 'STATIC', message: 'this is not a file', fix });
    }
  }
  return found;
}
