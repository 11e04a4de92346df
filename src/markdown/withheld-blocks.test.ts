import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { emptyWithheld, scanWithheld } from './withheld-blocks.ts';

describe('scanWithheld', () => {
  it('reads a block and writes its opening line in one spelling', () => {
    const { blocks, faults } = scanWithheld(
      'a\n:::withheld{ reason="r"   pages="4-26" }  \nb\n:::\n:::withheld\n:::\n',
    );
    expect(faults).toEqual([]);
    expect(blocks).toEqual([
      { from: 2, to: 4, marker: ':::withheld{pages="4-26" reason="r"}' },
      { from: 5, to: 6, marker: ':::withheld' },
    ]);
  });

  it('takes a block in a code block for a block: a reader of the file does', () => {
    expect(scanWithheld('```\n:::withheld\nsecret\n:::\n```\n').blocks).toHaveLength(1);
  });

  it('leaves no word of a portion, whatever stands in it and around it', () => {
    const line = fc.constantFrom(
      '',
      'zqsecretqx',
      '- zqsecretqx',
      '```',
      '~~~',
      '    zqsecretqx',
      '<div>',
      '<!--',
      '-->',
      '> zqsecretqx',
      '[^1]: zqsecretqx',
      '# zqsecretqx',
      '| a | zqsecretqx |',
    );
    const around = fc.constantFrom(
      '',
      'open',
      '- open',
      '```',
      '~~~',
      '<div>',
      '<!--',
      '-->',
      '> open',
      '| a |',
      '1. open',
    );
    fc.assert(
      fc.property(fc.array(around), fc.array(line), fc.array(around), (before, inside, after) => {
        const body = [...before, ':::withheld', ...inside, ':::', ...after].join('\n');
        const { blocks, faults } = scanWithheld(body);
        expect(faults).toEqual([]);
        const left = emptyWithheld(body, blocks);
        expect(left).not.toContain('zqsecretqx');
        expect(JSON.stringify(parseMarkdown(left, 's-'))).not.toContain('zqsecretqx');
      }),
    );
  });

  it.each(['a', ':', ':::', '{', '="', 'a="', '"', '\n:::\n', 'a='])('ends on a million characters of %j', (sign) => {
    const long = sign.repeat(Math.floor(1_000_000 / sign.length));
    scanWithheld(`:::withheld{${long}}\n${long}`);
  });
});
