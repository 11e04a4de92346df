import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The archive's own content. Imported texts are not part of it. */
export const contentFolder = fileURLToPath(new URL('../../content', import.meta.url));

/** Every file of the content with its text, by path below `content/`. */
export function contentFiles(): { file: string; text: string }[] {
  return readdirSync(contentFolder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(md|mdx|ya?ml)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !path.startsWith(join(contentFolder, 'texts')))
    .sort()
    .map((path) => ({ file: path.slice(contentFolder.length + 1), text: readFileSync(path, 'utf8') }));
}
