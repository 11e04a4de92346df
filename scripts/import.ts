import { parseArgs } from 'node:util';
import { runImport } from '../src/import/run.ts';

const HELP = `npm run import -- [options] FILE|FOLDER…

Imports the official text of Council documents from PDF, Word (.docx), HTML and plain text, given as files, folders or
zip archives; up to 64 MB each. Files other than text are read in a process of their own, with limits on time, memory
and pages (2,000) and without network. What a file hides (covered or invisible text, layers, bookmarks, attachments,
annotations, metadata) is reported and not imported.
Writes content/texts/<id>.md and, where there is none, a stub of the record in content/documents/<id>.md.
A document that bears a classification marking is refused: nothing of it is written or shown.

  --dry-run       write nothing
  --force         replace a text that was edited since it was imported
  --json          one JSON object an input on standard output, everything else on standard error
  --content DIR   the folder that holds documents/ and texts/ (default: content)
  --help          this text

Ends with 0 when all went well, 1 when an input failed, 2 on wrong usage, 3 when a classified document was refused.`;

async function main(): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (positionals.length === 0) {
    console.error(`Say which files or folders to import.\n\n${HELP}`);
    return 2;
  }
  const options = { content: values.content, dryRun: values['dry-run'], force: values.force };
  return runImport(positionals, options, {
    result: (facts) => {
      if (values.json) process.stdout.write(`${JSON.stringify(facts)}\n`);
    },
    log: (line) => (values.json ? console.error(line) : console.log(line)),
  });
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      content: { type: 'string', default: 'content' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

process.exitCode = await main();
