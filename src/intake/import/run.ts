import type { Outcome } from './document.ts';
import { emptyFacts, type Facts } from './facts.ts';
import type { Given } from './given.ts';
import { findInputs, reasonOf } from './inputs.ts';
import { outcomesOf, type Result } from './outcomes.ts';
import { Reader } from './read/reader.ts';
import { Store, type StoreOptions } from './store.ts';

/** Where a run reports: `result` gets one object an input, `log` plain lines. */
export interface Report {
  result(facts: Facts): void;
  log(line: string): void;
}

export interface ImportOptions extends StoreOptions {
  /** Anything but this document is refused. */
  readonly expected?: string;
  /** What a person says of the document; for a run on one file. */
  readonly given?: Given;
}

/** 0 all well · 1 some input failed · 3 something classified was refused (before 1). */
export type ExitCode = 0 | 1 | 3;

/** Imports files, folders and zip archives one after the other; an input that fails stops none of the others. */
export async function runImport(paths: readonly string[], options: ImportOptions, report: Report): Promise<ExitCode> {
  const { files, notes, problems } = findInputs(paths);
  for (const note of notes) report.log(note);
  const store = new Store(options);
  const importedFrom = new Map<string, string>();
  let failed = false;
  let classified = false;
  for (const { source, error } of problems) {
    failed = true;
    report.log(`${source}: failed: ${error}`);
    report.result(emptyFacts(source, { error }));
  }
  const put = ({ source, explicit, outcome }: Result) => {
    if (outcome.kind === 'classified') {
      classified = true;
      report.log(`${source}: REFUSED: ${outcome.reason}`);
      report.result(outcome.facts);
    } else if (outcome.kind !== 'document' && !explicit && passesOver(outcome)) {
      report.log(`${source}: passed over: ${outcome.reason}`);
      report.result(outcome.facts);
    } else if (outcome.kind !== 'document') {
      failed = true;
      report.log(`${source}: failed: ${outcome.reason}`);
      report.result(outcome.facts);
    } else if (!putDocument(source, outcome)) failed = true;
  };
  const putDocument = (source: string, document: Extract<Outcome, { kind: 'document' }>): boolean => {
    const { id } = document.header;
    const twin = importedFrom.get(id);
    let facts = document.facts;
    let done = true;
    try {
      if (options.expected && id !== options.expected) throw new Error(`it is ${id}, not ${options.expected}`);
      if (twin) throw new Error(`it is ${id}, which was just imported from ${twin}`);
      const stored = store.put(document);
      if (stored.problem) throw new Error(stored.problem);
      importedFrom.set(id, source);
      const guessed = stored.record === 'created' && isGuess(document) ? [ACCESS_GUESSED] : [];
      facts = { ...facts, warnings: [...facts.warnings, ...guessed, ...stored.warnings] };
      const record = stored.record === 'created' ? `, record created: ${stored.path}` : ', record exists';
      report.log(
        `${source}: ${id}: text ${stored.text}${record}${options.dryRun ? ' (dry run: nothing written)' : ''}`,
      );
    } catch (error) {
      done = false;
      facts = { ...facts, error: reasonOf(error) };
      report.log(`${source}: failed: ${reasonOf(error)}`);
    }
    // What a file hides is no guess: it was left out, and the reader is told.
    for (const warning of facts.warnings)
      report.log(warning.startsWith('left out') ? `  ${warning}` : `  unsure: ${warning}`);
    report.result(facts);
    return done;
  };
  const reader = new Reader();
  try {
    for (const input of files) for await (const result of outcomesOf(input, reader, options.given ?? {})) put(result);
  } finally {
    reader.close();
  }
  return classified ? 3 : failed ? 1 : 0;
}

const ACCESS_GUESSED =
  'access is "public" because the document bears no marking and no decision on access: see in the register whether it is';

/** Whether nothing on the document says who may see it. */
function isGuess({ facts }: Extract<Outcome, { kind: 'document' }>): boolean {
  return facts.marking === null && facts.access?.status === 'public' && facts.access.date === null;
}

/** In a folder, what is no Council document at all is none of the importer's business. */
function passesOver(outcome: Outcome): boolean {
  return outcome.kind === 'not-council' || (outcome.kind === 'unreadable' && /binary|image/.test(outcome.reason));
}
