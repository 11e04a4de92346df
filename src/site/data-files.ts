import { DATA_FILES, type DataFile, SCHEMA_FILES } from '../export/data-files.ts';
import { sizeOf } from '../export/write.ts';
import { filesFolder } from './edition.ts';

/** A file of data of this edition, with its size; the development server makes pages without these files. */
export interface ListedFile extends DataFile {
  readonly bytes: number;
}

const schemas = SCHEMA_FILES.map(({ collection, path }) => ({
  path,
  type: 'application/schema+json',
  content: `Fields of an entry in ${collection}`,
}));

export const dataFiles = await withSizes(DATA_FILES);
export const schemaFiles = await withSizes(schemas);

async function withSizes(files: readonly DataFile[]): Promise<ListedFile[]> {
  const sized = await Promise.all(
    files.map(async (file) => ({ ...file, bytes: await sizeOf(filesFolder, file.path) })),
  );
  return sized.filter((file): file is ListedFile => file.bytes !== null);
}
