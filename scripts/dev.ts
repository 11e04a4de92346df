import { resolve } from 'node:path';
import { develop } from '../src/build/dev.ts';
import { parseEdition } from '../src/edition/editions.ts';
import { parsePort, runCommand } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';

const help = `npm run dev -- [--edition NAME] [--port N] [--content FOLDER]

Serves one edition while you work on it: pages and content are shown anew when they change.
Search and what else needs a whole build is not there; npm start has it.

  --edition NAME    delegates unless given
  --port N          4321 unless given
  --content FOLDER  another folder than content/
  --help            this text

Exit status: 0 ended, 1 it failed, 2 the command was used wrongly.`;

const options = {
  edition: { type: 'string', default: 'delegates' },
  port: { type: 'string', default: '4321' },
  content: { type: 'string', default: 'content' },
} as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  const content = resolve(project, values.content);
  await develop({ project, edition: parseEdition(values.edition), content, port: parsePort(values.port), signal });
});
