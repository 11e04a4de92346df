import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Makes `to` equal to `from` by touching only the files that differ, so that who watches `to` sees what changed. */
export async function mirror(from: string, to: string): Promise<void> {
  const wanted = await filesIn(from);
  for (const file of await filesIn(to)) if (!wanted.has(file)) await rm(join(to, file));
  for (const file of wanted) {
    const bytes = await readFile(join(from, file));
    const there = await readFile(join(to, file)).catch(() => null);
    if (there?.equals(bytes)) continue;
    await mkdir(dirname(join(to, file)), { recursive: true });
    await writeFile(join(to, file), bytes);
  }
}

async function filesIn(folder: string): Promise<Set<string>> {
  await mkdir(folder, { recursive: true });
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    items.filter((item) => item.isFile()).map((item) => relative(folder, join(item.parentPath, item.name))),
  );
}
