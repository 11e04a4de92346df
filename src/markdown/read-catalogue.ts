import { Catalogue, type CatalogueInput } from '../archive/catalogue.ts';
import { formatProblem } from '../archive/problem.ts';
import { readArchive, readBody } from '../archive/read.ts';
import { citationsOf } from './entry-citations.ts';

/** The catalogue of a content folder. Throws where an entry does not pass its schema. */
export async function readCatalogue(root: string): Promise<Catalogue> {
  return new Catalogue(await readInputs(root));
}

/** The entries of a content folder with the references that their texts make; one body is in memory at a time. */
export async function readInputs(root: string): Promise<CatalogueInput[]> {
  const { entries, problems } = await readArchive(root);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  const inputs: CatalogueInput[] = [];
  for (const entry of entries) inputs.push({ entry, citations: citationsOf(entry, await readBody(root, entry.file)) });
  return inputs;
}
