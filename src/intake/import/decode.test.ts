import { describe, expect, it } from 'vitest';
import { decode, MAX_TEXT_BYTES } from './decode.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const utf16 = (text: string, little: boolean) =>
  [...text].flatMap((c) => (little ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)]));

describe('decode', () => {
  it.each([
    ['UTF-8', bytes('Ärende'), 'Ärende'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'Ärende'), 'Ärende'],
    ['UTF-16 little-endian', bytes([0xff, 0xfe], utf16('Subject', true)), 'Subject'],
    ['UTF-16 big-endian', bytes([0xfe, 0xff], utf16('Subject', false)), 'Subject'],
    ['UTF-16 without a mark', bytes(utf16('A subject of some length', true)), 'A subject of some length'],
    ['Windows-1252', bytes([0xc4], 'rende ', [0x96], ' x'), 'Ärende – x'],
    [
      'stray NULs',
      bytes('Sub', [0], 'ject of some length, with a single stray NUL in it'),
      'Subject of some length, with a single stray NUL in it',
    ],
  ])('reads %s', (_name, input, text) => {
    expect(decode(input)).toMatchObject({ ok: true, text });
  });

  it.each([
    ['nothing', bytes(''), /empty/],
    ['white space', bytes(' \n\t'), /no text/],
    ['an old Word file', bytes([0xd0, 0xcf, 0x11, 0xe0], 'word'), /Word.*docx/],
    ['rich text', bytes('{\\rtf1'), /docx/],
    ['binary', bytes(Array.from({ length: 400 }, (_, i) => i % 9)), /binary/],
    ['a million lines', bytes('\n'.repeat(1_000_001), 'x'), /lines/],
  ])('refuses %s and says why', (_name, input, error) => {
    expect(decode(input)).toMatchObject({ ok: false, error: expect.stringMatching(error) });
  });

  it('refuses a file that is too large', () => {
    expect(decode(new Uint8Array(MAX_TEXT_BYTES + 1))).toMatchObject({
      ok: false,
      error: expect.stringMatching(/larger/),
    });
  });
});
