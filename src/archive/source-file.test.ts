import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, placeOf, readYaml, SourceFileError, splitMarkdown, wholeYaml } from './source-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('text', () => {
  test('a byte order mark goes, and every line end is one', () => {
    expect(decodeText(bytes('\ufeffa\r\nb\rc\n'))).toBe('a\nb\nc\n');
  });
});

describe('front matter', () => {
  test.each([
    ['usual', '---\na: 1\n---\n\nText\n', 'a: 1\n', '\nText\n', 4],
    ['empty', '---\n---\nText\n', '', 'Text\n', 3],
    ['without a body', '---\na: 1\n---\n', 'a: 1\n', '', 4],
    ['ending with the file', '---\na: 1\n---', 'a: 1\n', '', 4],
    ['with a rule in the body', '---\na: 1\n---\nText\n---\n', 'a: 1\n', 'Text\n---\n', 4],
  ])('%s', (_name, text, yaml, body, bodyLine) => {
    expect(splitMarkdown(text)).toEqual({ yaml, yamlLine: 2, body, bodyLine });
  });
});

describe('places', () => {
  const source = splitMarkdown('---\ntitle: Seals\naccess:\n  status: public\nprevious:\n  - A\n  - B\n---\n');
  test.each([
    [['title'], false, 2, 8],
    [['title'], true, 2, 1],
    [['access', 'status'], false, 4, 11],
    [['previous', 1], false, 7, 5],
    [['access', 'decided'], false, 4, 3],
    [['nothing', 'at', 'all'], false, 2, 1],
    [['title', 'below'], false, 2, 8],
  ])('%j', (path, key, line, column) => {
    expect(placeOf(source, path, key)).toEqual({ line, column });
  });
});

test('whatever a file holds, reading it ends in a value or in a fault with a place', () => {
  const piece = fc.oneof(
    fc.constantFrom('---\n', '- ', ': ', '\n', '  ', '&a ', '*a', '"', "'", '{', ']', '#', '|', '>', '!x ', '\t', '%'),
    fc.string({ maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (content) => {
      for (const read of [wholeYaml, splitMarkdown]) {
        try {
          readYaml(read(decodeText(bytes(content))));
        } catch (error) {
          expect(error).toBeInstanceOf(SourceFileError);
          expect((error as SourceFileError).place.line).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test.each(['a', ' ', '\n', '- ', '[', '{', ':', '"', '*a ', '&a '])('a long run of %j is read or refused', (unit) => {
  const text = unit.repeat(100_000 / unit.length);
  try {
    readYaml(wholeYaml(decodeText(bytes(text))));
  } catch (error) {
    expect(error).toBeInstanceOf(SourceFileError);
  }
});
