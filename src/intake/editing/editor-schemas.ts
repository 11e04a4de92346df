import { z } from 'zod';
import { collectionNames, collections } from '../../archive/collections.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';

/** Where an editor finds the schema of a collection's files. */
export const schemaFile = (collection: CollectionName): string => `schemas/${collection}.json`;

/** Files written by people: official texts are not. */
const EDITED = collectionNames.filter((name) => name !== 'texts');

/** JSON Schemas of the content as it is written, for completion and help in editors; by the path of their file. */
export function editorSchemas(): ReadonlyMap<string, unknown> {
  return new Map(EDITED.map((name) => [schemaFile(name), editorSchema(name)]));
}

function editorSchema(name: CollectionName): unknown {
  const { schema, layout, singular, plural } = collections[name];
  const entry = layout === 'list' ? z.array(schema) : schema;
  return {
    ...z.toJSONSchema(entry, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        // Words of our own, which validators of JSON Schema would stumble over.
        for (const own of ['collection', 'source', 'shown'] as const) {
          if (typeof jsonSchema[own] !== 'object') delete jsonSchema[own];
        }
      },
    }),
    title: layout === 'list' ? `The archive's ${plural}` : `${singular[0]?.toUpperCase()}${singular.slice(1)}`,
  };
}

/** The settings by which VS Code's YAML extension finds the schemas. */
export function editorSettings(): Record<string, unknown> {
  const yaml = EDITED.flatMap((name): [string, string][] => {
    const { layout, endings } = collections[name];
    if (!endings.includes('.yaml')) return [];
    return [[`./${schemaFile(name)}`, layout === 'list' ? `content/${name}.yaml` : `content/${name}/**/*.yaml`]];
  });
  return { 'yaml.schemas': Object.fromEntries(yaml), 'yaml.format.enable': false };
}

/** All files that are generated for editors, with their text. */
export function editorFiles(): ReadonlyMap<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ...[...editorSchemas()].map(([file, schema]): [string, string] => [file, json(schema)]),
    ['.vscode/settings.json', json(editorSettings())],
    [
      '.vscode/extensions.json',
      json({ recommendations: ['redhat.vscode-yaml', 'astro-build.astro-vscode', 'biomejs.biome'] }),
    ],
  ]);
}
