import { createHash } from 'node:crypto';
import type { Catalogue } from '../archive/catalogue.ts';
import { csvOf } from '../drawing/timeline/csv.ts';
import type { Edition } from '../edition/editions.ts';
import { DATA_VERSION } from './entry.ts';
import { type PlannedFile, planned } from './plan.ts';
import { type Table, tables } from './tables.ts';

const FOLDER = 'data/csv';

/** The tables as CSV (RFC 4180, UTF-8) and the Data Package that describes them. */
export function csvPlan(archive: Catalogue, edition: Edition): PlannedFile[] {
  return [
    ...tables.map((table) => planned(pathOf(table), () => written(table, archive))),
    planned(`${FOLDER}/datapackage.json`, ({ read }) => {
      const resources = tables.map((table) => resource(table, read(pathOf(table))));
      return `${JSON.stringify({ ...description(edition), resources }, null, 1)}\n`;
    }),
  ];
}

const pathOf = ({ name }: Table) => `${FOLDER}/${name}.csv`;

function description(edition: Edition) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: `enfocustom-${edition}`,
    title: `Enfocustom, ${edition} edition: an archive of EU customs law-enforcement cooperation`,
    version: `${DATA_VERSION}.0.0`,
  };
}

function written({ fields, rows }: Table, archive: Catalogue): string {
  return csvOf([fields.map(({ name }) => name), ...rows(archive)]);
}

const addressKey = (field: string) => ({
  fields: [field],
  reference: { resource: 'entries', fields: ['address'] },
});

function resource(table: Table, bytes: Uint8Array) {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: `${table.name}.csv`,
    title: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    schema: {
      fields: table.fields,
      missingValues: [''],
      ...(table.primaryKey && { primaryKey: [table.primaryKey] }),
      // A list of keys that is there may not be empty.
      ...(table.addresses.length > 0 && { foreignKeys: table.addresses.map(addressKey) }),
    },
  };
}
