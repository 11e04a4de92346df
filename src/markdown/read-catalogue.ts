import { Catalogue } from '../archive/catalogue.ts';
import { formatProblem } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import { bodyCitations, recordCitations } from './entry-citations.ts';

/** The catalogue of a whole content folder. Throws if it has a problem. */
export async function readCatalogue(root: string): Promise<Catalogue> {
  const { entries, problems, bodyOf } = await readArchive(root);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  return new Catalogue(
    entries.map((entry) => ({ entry, citations: [...recordCitations(entry), ...bodyCitations(bodyOf(entry))] })),
  );
}
