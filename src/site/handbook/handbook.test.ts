import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { collections } from '../../archive/collections.ts';
import { fieldsIn } from '../../intake/editing/fields.ts';
import { CREATABLE } from '../../intake/editing/new-record.ts';
import { project } from '../../lib/project.ts';
import { codePages } from './codes.ts';
import { FIVE_MINUTES } from './five-minutes.ts';
import { highlight } from './highlight.ts';

const pages = codePages(project);

describe('the codes of the check', () => {
  test('each have a page: every code that the source can print', () => {
    const printed = new Set<string>();
    for (const item of readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })) {
      if (!item.isFile() || !/(?<!\.test)\.ts$/.test(item.name)) continue;
      const source = readFileSync(join(item.parentPath, item.name), 'utf8');
      for (const [, code] of source.matchAll(/\bcode: '([A-Z][A-Z-]+)'/g)) printed.add(code ?? '');
    }
    const known = new Set(pages.map(({ code }) => code));
    expect([...printed].filter((code) => !known.has(code))).toEqual([]);
    expect(printed.size).toBeGreaterThan(15);
  });

  test('show examples of which the check says what stands beside them', () => {
    const shown = pages.filter(({ examples }) => examples.length > 0);
    expect(shown.length).toBeGreaterThan(15);
    for (const { examples } of shown) for (const { said } of examples) expect(said).toMatch(/ → /);
    expect(pages.find(({ code }) => code === 'UNKNOWN-KEY')?.examples[0]?.said).toContain('UNKNOWN-KEY');
  });
});

test('every collection has its fields, those of its schema and no others', () => {
  for (const name of CREATABLE) {
    const top = [...fieldsIn(collections[name].schema)]
      .filter(({ path }) => !/[.[]/.test(path))
      .map(({ path }) => path);
    const { shape } = collections[name].schema.def as unknown as { shape: object };
    expect(top).toEqual(Object.keys(shape));
  }
});

describe('an example', () => {
  test('is told apart by classes, never by styles', () => {
    const html = highlight('title: "<Oars>" # long\nyear: 2020', 'yaml');
    expect(html).toContain('<span class="x-token-');
    expect(html).toContain('&lt;Oars&gt;');
    expect(html).not.toMatch(/style=|<Oars>/);
    expect(html.replace(/<[^>]+>/g, '')).toBe('title: "&lt;Oars&gt;" # long\nyear: 2020');
  });

  test('of YAML holds to its schema', () => {
    for (const { example } of FIVE_MINUTES) {
      if (example?.language === 'yaml')
        expect(collections.documents.schema.safeParse(parse(example.code)).success).toBe(true);
    }
  });
});
