import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../markdown/render.ts';
import { scanWithheld } from '../markdown/withheld-blocks.ts';
import { publicBody } from './body.ts';

describe('publicBody', () => {
  it('empties withheld portions and keeps their marker', () => {
    const body = 'Before.\n\n:::withheld{reason="r"  pages="1-2"}\nSecret.\n\n# Secret\n:::\n\nAfter.\n';
    expect(publicBody(body)).toBe('Before.\n\n:::withheld{pages="1-2" reason="r"}\n:::\n\nAfter.\n');
  });

  it('does not tell how long or how many-lined a portion was', () => {
    const body = (inside: string) => `A.\n\n:::withheld\n${inside}:::\n\nB.\n`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((s) => !s.includes(':::'))), (lines) => {
        const inside = lines.map((line) => `${line.replaceAll(/[\r\n]/g, ' ')}\n`).join('');
        expect(publicBody(body(inside))).toBe(publicBody(body('')));
      }),
    );
  });

  it('drops comments without moving the numbers of paragraphs', () => {
    const body = 'One.\n<!-- editor: secret -->\nTwo <!-- secret\nsecret --> words.\n\n<!-- x -->\n\nThree.\n';
    const left = publicBody(body);
    expect(left).not.toContain('secret');
    expect(left).not.toContain('<!--');
    expect(outline(left).anchors).toEqual(outline(body).anchors);
  });

  it('drops footnotes that only a withheld portion refers to, and the notes of those notes', () => {
    const body = [
      'Text.[^a]',
      '',
      ':::withheld',
      'Secret.[^b]',
      ':::',
      '',
      '[^a]: Open note.',
      '',
      '[^b]: Secret note.[^c]',
      '    Its second line.',
      '',
      '    Its second paragraph.',
      '[^c]: Secret note of a note.',
      'lazy line',
      '',
      'Last words.',
    ].join('\n');
    expect(publicBody(body)).toBe('Text.[^a]\n\n:::withheld\n:::\n\n[^a]: Open note.\n\nLast words.\n');
  });

  it.each(['<!--', '<', '-', '[^', '[^a]:', ':', '\n', '<!---'])('ends on a million characters of %j', (sign) => {
    const body = sign.repeat(1_000_000 / sign.length);
    if (scanWithheld(body).faults.length === 0) publicBody(body);
  });
});
