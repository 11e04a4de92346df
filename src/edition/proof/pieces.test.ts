import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

const COMMON = 8;
const texts = fc.array(fc.constantFrom('ab', 'c', '{', '"', '>', '\n', ' ', 'A'.repeat(30), 'B'.repeat(70), '\r\n'), {
  maxLength: 200,
});

describe('piecesOf', () => {
  it('leaves nothing out: what is short enough lies whole in a piece', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 60 }), (parts, size) => {
        const text = parts.join('');
        const pieces = [...piecesOf(Buffer.from(text), size, COMMON)].map((piece) => Buffer.from(piece).toString());
        for (let at = 0; at < text.length; at++) {
          const stretch = text.slice(at, at + COMMON);
          expect(pieces.some((piece) => piece.includes(stretch))).toBe(true);
        }
        expect(text.startsWith(pieces[0] ?? 'none')).toBe(true);
        expect(text.endsWith(pieces.at(-1) ?? 'none')).toBe(true);
      }),
    );
  });

  it('takes no embedded data apart, in one line or in several', () => {
    const data = 'QUJD'.repeat(40);
    const wrapped = data.replace(/.{60}/g, '$&\r\n');
    for (const one of [data, wrapped]) {
      const text = `{"a": "${'x '.repeat(20)}", "b": "${one}", "c": "${'y '.repeat(20)}"}`;
      const pieces = [...piecesOf(Buffer.from(text), 60, COMMON)].map((piece) => Buffer.from(piece).toString());
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.filter((piece) => piece.includes(one))).toHaveLength(1);
    }
  });

  it('ends pieces of a list of lines behind lines', () => {
    const lines = Array.from({ length: 50 }, (_, n) => `${'0af3'.repeat(16)}  documents/${n}/index.html\n`);
    const pieces = [...piecesOf(Buffer.from(lines.join('')), 300, COMMON)];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(300);
  });
});
