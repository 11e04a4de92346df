import { didYouMean } from '../../archive/suggest.ts';
import { BLOCK_DIRECTIVES, WITHHELD_ATTRIBUTES } from '../../markdown/directives.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const directive: Rule = {
  code: 'DIRECTIVE',
  contract:
    'A withheld portion is opened by :::withheld{…} and closed by ::: on lines of their own, not nested, at the margin.',
  *check({ content, bodyOf }) {
    for (const entry of content.entries) {
      for (const finding of directiveFaults(bodyOf(entry))) yield { entry, ...finding };
    }
  },
};

type Fault = Omit<RuleFinding, 'entry'>;

/** The faults of the block directives in a body; an empty list means the partition can rely on them. */
export function directiveFaults(body: string): Fault[] {
  const faults: Fault[] = [];
  let open: number | null = null;
  let fence: string | null = null;
  for (const [index, line] of body.split('\n').entries()) {
    const bodyLine = index + 1;
    const tick = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (tick && (fence === null || (tick[0] === fence[0] && tick.length >= fence.length)))
      fence = fence === null ? tick : null;
    if (fence !== null && !tick) continue;
    const colons = line.indexOf(':::');
    if (colons < 0) continue;
    const rest = line.slice(colons).trim();
    const fault = (message: string, fix: string) => faults.push({ bodyLine, message, fix });
    if (line.slice(0, colons) !== '') {
      fault(
        '":::" stands inside other text, a list, a quotation or a table',
        'put it on a line of its own, at the margin',
      );
    } else if (/^:::+$/.test(rest)) {
      if (open === null)
        fault('":::" closes a block that was not opened', 'remove it, or open the block with :::withheld{…}');
      open = null;
    } else {
      const name = /^:::+\s*([\w-]*)/.exec(rest)?.[1] ?? '';
      if (open !== null)
        fault('a block is opened inside another', `close the one of line ${open} of the text with ::: first`);
      if (!BLOCK_DIRECTIVES.has(name)) {
        fault(`":::${name}" is not a block of this archive`, `use :::withheld{…}${didYouMean(name, BLOCK_DIRECTIVES)}`);
      } else if (!/^:::withheld(\{[^{}]*\})?$/.test(rest)) {
        fault(
          'the block is opened in a way that cannot be read',
          'write :::withheld{pages="4-26" decided="2022-12-16" reason="…"}',
        );
      } else faults.push(...attributeFaults(rest, bodyLine));
      open = bodyLine;
    }
  }
  if (open !== null)
    faults.push({ bodyLine: open, message: 'the block is not closed', fix: 'close it with a line :::' });
  return faults;
}

function attributeFaults(opening: string, bodyLine: number): Fault[] {
  const known: readonly string[] = WITHHELD_ATTRIBUTES;
  return [...opening.matchAll(/([\w-]+)\s*=/g)].flatMap(([, name = '']) =>
    known.includes(name)
      ? []
      : [
          {
            bodyLine,
            message: `"${name}" is not an attribute of withheld`,
            fix: `use ${known.join(', ')}${didYouMean(name, known)}`,
          },
        ],
  );
}
