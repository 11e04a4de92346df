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
    expect(publicBody(body)).toBe('Text.[^1]\n\n:::withheld\n:::\n\n[^1]: Open note.\n\nLast words.\n');
  });

  it('numbers the notes that are left anew, so that no gap tells how many went', () => {
    const body = (secret: string, last: string) =>
      `One.[^1] \`[^0-9]\`\n\n:::withheld\n${secret}:::\n\nTwo.[^${last}] Again.[^1]\n\n[^1]: First.\n\n[^${last}]: Last.[^1]\n`;
    const left = publicBody(body('Secret.[^2][^3][^4]\n', '5'));
    expect(left).toBe(body('', '2'));
    expect(publicBody(left)).toBe(left);
  });

  it.each(['<!--', '<', '-', '[^', '[^a]:', ':', '\n', '<!---'])('ends on a million characters of %j', (sign) => {
    const body = sign.repeat(1_000_000 / sign.length);
    if (scanWithheld(body).faults.length === 0) publicBody(body);
  });
});
