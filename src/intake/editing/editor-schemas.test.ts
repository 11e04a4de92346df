import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../../lib/project.ts';
import { editorFiles, editorSchemas } from './editor-schemas.ts';

test.each([...editorFiles()])('%s is what the schemas say; npm run schemas writes it', (file, text) => {
  expect(readFileSync(join(project, file), 'utf8')).toBe(text);
});

test('a field carries its help, its values and what is required', () => {
  const schema = editorSchemas().get('schemas/documents.json');
  expect(schema).toMatchObject({
    required: expect.arrayContaining(['number', 'title', 'access']),
    additionalProperties: false,
    properties: {
      number: { description: expect.stringContaining('As printed') },
      access: { properties: { status: { enum: expect.arrayContaining(['public', 'limite']) } } },
    },
  });
  expect(JSON.stringify(schema)).not.toMatch(/"(?:collection|shown)":"/);
});
