import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { editorFiles } from '../src/intake/editing/editor-schemas.ts';
import { runCommand } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run schemas

Writes what editors need for completion and help while content is typed: schemas/ and .vscode/, from the schemas in
src/archive/schema/. To be run when those change; a test says so.

Exit status: 0 written, 1 it failed, 2 the command was used wrongly.`;

await runCommand({ help, options: {} }, async () => {
  for (const [file, text] of editorFiles()) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    await writeFile(join(project, file), text);
  }
});
