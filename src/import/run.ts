import { readFileSync, statSync } from 'node:fs';
import { MAX_BYTES } from './decode.ts';
import { importDocument, type Outcome } from './document.ts';
import { emptyFacts, type Facts } from './facts.ts';
import { findInputs, type Input, reasonOf } from './inputs.ts';
import { Store, type StoreOptions } from './store.ts';

/** Where a run reports: `result` gets one object an input, `log` plain lines. */
export interface Report {
  result(facts: Facts): void;
  log(line: string): void;
}

/** 0 all well · 1 some input failed · 3 something classified was refused (before 1). */
export type ExitCode = 0 | 1 | 3;

/** Imports files and folders one after the other; an input that fails stops none of the others. */
export function runImport(paths: readonly string[], options: StoreOptions, report: Report): ExitCode {
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
  for (const input of files) {
    const outcome = read(input);
    const { source } = input;
    if (outcome.kind !== 'document' && outcome.kind !== 'classified' && !input.explicit && passesOver(outcome)) {
      report.log(`${source}: passed over: ${outcome.reason}`);
      continue;
    }
    if (outcome.kind === 'classified') {
      classified = true;
      report.log(`${source}: REFUSED: ${outcome.reason}`);
      report.result(outcome.facts);
      continue;
    }
    if (outcome.kind !== 'document') {
      failed = true;
      report.log(`${source}: failed: ${outcome.reason}`);
      report.result(outcome.facts);
      continue;
    }
    const { id } = outcome.header;
    const twin = importedFrom.get(id);
    let facts = outcome.facts;
    try {
      if (twin) throw new Error(`it is ${id}, which was just imported from ${twin}`);
      const stored = store.put(outcome);
      if (stored.problem) throw new Error(stored.problem);
      importedFrom.set(id, source);
      facts = { ...facts, warnings: [...facts.warnings, ...stored.warnings] };
      const record = stored.record === 'created' ? ', record stub created' : ', record exists';
      report.log(
        `${source}: ${id}: text ${stored.text}${record}${options.dryRun ? ' (dry run: nothing written)' : ''}`,
      );
    } catch (error) {
      failed = true;
      facts = { ...facts, error: reasonOf(error) };
      report.log(`${source}: failed: ${reasonOf(error)}`);
    }
    for (const warning of facts.warnings) report.log(`  unsure: ${warning}`);
    report.result(facts);
  }
  return classified ? 3 : failed ? 1 : 0;
}

/** In a folder, what is no Council document at all is none of the importer's business. */
function passesOver(outcome: Outcome): boolean {
  return outcome.kind === 'not-council' || (outcome.kind === 'unreadable' && /binary|image/.test(outcome.reason));
}

function read({ path, source }: Input): Outcome {
  try {
    // Too large a file is not even read.
    const { size } = statSync(path);
    return importDocument(source, size > MAX_BYTES ? new Uint8Array(0) : readFileSync(path), size);
  } catch (error) {
    const reason = reasonOf(error);
    return { kind: 'unreadable', facts: emptyFacts(source, { error: reason }), reason };
  }
}
