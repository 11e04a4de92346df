import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { Catalogue } from '../archive/catalogue.ts';
import type { Edition } from '../edition/editions.ts';
import type { OutFile } from './context.ts';
import { DATA_VERSION } from './entry.ts';
import { type Table, tables } from './tables.ts';

const FOLDER = 'data/csv';

/** The tables as CSV (RFC 4180, UTF-8) and the Data Package that describes them. */
export function csvFiles(archive: Catalogue, edition: Edition): OutFile[] {
  const files = tables.map((table) => ({ table, path: `${table.name}.csv`, body: csvOf(table, archive) }));
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: `enfocustom-${edition}`,
    title: `Enfocustom, ${edition} edition: an archive of EU customs law-enforcement cooperation`,
    version: `${DATA_VERSION}.0.0`,
    resources: files.map(({ table, path, body }) => resource(table, path, body)),
  };
  return [
    ...files.map(({ path, body }) => ({ path: `${FOLDER}/${path}`, body })),
    { path: `${FOLDER}/datapackage.json`, body: `${JSON.stringify(description, null, 1)}\n` },
  ];
}

function csvOf({ fields, rows }: Table, archive: Catalogue): string {
  const header = fields.map(({ name }) => name);
  return stringify(
    [header, ...rows(archive)].map((row) => row.map((cell) => cell ?? '')),
    {
      record_delimiter: '\r\n',
      // Programs that take a cell for a formula would run what a text happens to begin with.
      escape_formulas: true,
    },
  );
}

const addressKey = (field: string) => ({
  fields: [field],
  reference: { resource: 'entries', fields: ['address'] },
});

function resource(table: Table, path: string, body: string) {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path,
    title: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(body),
    hash: `sha256:${createHash('sha256').update(body).digest('hex')}`,
    schema: {
      fields: table.fields,
      missingValues: [''],
      ...(table.primaryKey && { primaryKey: [table.primaryKey] }),
      // A list of keys that is there may not be empty.
      ...(table.addresses.length > 0 && { foreignKeys: table.addresses.map(addressKey) }),
    },
  };
}
