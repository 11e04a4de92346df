import { parseArgs } from 'node:util';
import type { Given } from '../src/intake/import/given.ts';
import { LANGUAGES } from '../src/intake/import/languages.ts';
import { runImport } from '../src/intake/import/run.ts';

const HELP = `npm run import -- [options] FILE|FOLDER…

Imports the official text of Council documents from PDF, Word (.docx), HTML and plain text, given as files, folders or
zip archives; up to 64 MB each. Files are read in a process of their own, with limits on time, memory and pages (2,000)
and without network. What a file hides (covered or invisible text, layers, bookmarks, attachments,
annotations, metadata) is reported and not imported.
Writes content/texts/<id>.md and, where there is none, a stub of the record in content/documents/<id>.md.
A document that bears a classification marking is refused: nothing of it is written or shown.

  --dry-run       write nothing
  --force         replace a text that was edited since it was imported
  --json          one JSON object an input on standard output, everything else on standard error
  --id ID         what the one document given is called, where its first page is damaged: ST-8711-1998-INIT;
                  so do --date 1998-07-14, --language fr, --kind NOTE, --from, --to and --subject
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
  const given = Object.fromEntries(GIVEN.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  const problem = problemOf(given, positionals);
  if (problem) {
    console.error(`${problem}\n\n${HELP}`);
    return 2;
  }
  const options = { given, content: values.content, dryRun: values['dry-run'], force: values.force };
  return runImport(positionals, options, {
    result: (facts) => {
      if (values.json) process.stdout.write(`${JSON.stringify(facts)}\n`);
    },
    log: (line) => (values.json ? console.error(line) : console.log(line)),
  });
}

/** What can be said of one document by hand. */
const GIVEN = ['id', 'date', 'language', 'kind', 'from', 'to', 'subject'] as const;

function problemOf(given: Given, files: readonly string[]): string | null {
  if (Object.keys(given).length === 0) return null;
  if (files.length !== 1) return `--${Object.keys(given)[0]} is said of one file: give one.`;
  if (given.id !== undefined && !/^[A-Z-]{2,7}-\d{1,5}-(?:19|20)\d{2}-[A-Z]{3,4}(?:-[A-Z\d-]+)?$/.test(given.id))
    return `--id ${given.id} is no id of a document: write it as ST-8711-1998-INIT or ST-8711-1998-REV-1.`;
  if (given.date !== undefined && !/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(given.date))
    return `--date ${given.date} is no day: write it as 1998-07-14.`;
  if (given.language !== undefined && !(given.language in LANGUAGES))
    return `--language ${given.language} is none of the Union: write two letters, such as fr.`;
  return null;
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      content: { type: 'string', default: 'content' },
      ...(Object.fromEntries(GIVEN.map((name) => [name, { type: 'string' }])) as Record<
        (typeof GIVEN)[number],
        { type: 'string' }
      >),
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

process.exitCode = await main();
