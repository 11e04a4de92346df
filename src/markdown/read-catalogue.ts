import { setImmediate } from 'node:timers/promises';
import { Catalogue, type CatalogueInput } from '../archive/catalogue.ts';
import { formatProblem } from '../archive/problem.ts';
import { readArchive, readBody } from '../archive/read.ts';
import type { ReadMemo } from '../archive/read-memo.ts';
import { citationsOf } from './entry-citations.ts';

/** The catalogue of a content folder. Throws where an entry does not pass its schema. */
export async function readCatalogue(root: string, memo?: ReadMemo): Promise<Catalogue> {
  return new Catalogue(await readInputs(root, memo));
}

const AT_ONCE = 50;

/** The entries of a content folder with the references that their texts make; one body is in memory at a time. */
export async function readInputs(root: string, memo?: ReadMemo): Promise<CatalogueInput[]> {
  const { entries, problems } = await readArchive(root, memo);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  const inputs: CatalogueInput[] = [];
  let parsed = 0;
  for (const [file, own] of Map.groupBy(entries, (entry) => entry.file)) {
    const reading = memo?.of(file);
    let citations = reading?.citations;
    if (!citations) {
      const body = readBody(root, file);
      // What the parser holds outside the engine is freed between turns only.
      if (++parsed % AT_ONCE === 0) await setImmediate();
      citations = own.map((entry) => citationsOf(entry, body));
      if (reading) memo?.add(reading, { citations });
    }
    own.forEach((entry, index) => {
      inputs.push({ entry, citations: citations[index] ?? [] });
    });
  }
  return inputs;
}
