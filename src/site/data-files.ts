import { DATA_FILES, type DataFile, SCHEMA_FILES } from '../publish/data-files.ts';
import { currentSite } from './current.ts';

/** A file of data of this edition, with its size; the development server makes pages without these files. */
export interface ListedFile extends DataFile {
  readonly bytes: number;
}

const schemas = SCHEMA_FILES.map(({ collection, path }) => ({
  path,
  type: 'application/schema+json',
  content: `Fields of an entry in ${collection}`,
}));

export const dataFiles = withSizes(DATA_FILES);
export const schemaFiles = withSizes(schemas);

function withSizes(files: readonly DataFile[]): ListedFile[] {
  return files.flatMap((file) => {
    const bytes = currentSite().sizeOf(file.path.slice(1));
    return bytes === undefined ? [] : [{ ...file, bytes }];
  });
}
