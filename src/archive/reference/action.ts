import type { Family, Match } from './family.ts';
import type { ActionReference } from './types.ts';

const HEAD = /(?<![\p{L}\d])(?:action(s?)(?: (?:number|No|Nos|Nr|n°))?|point(?= 1997\.))\.? ?#?/giu;
const NUMBER =
  /((?:19|20)\d{2}|\d{1,2})\.(\d{1,2})(?![\p{L}\d_%]|\/(?!\d{1,2}\.\d)|[.,]\d| ?(?:%|€|million|billion|EUR))/uy;
/** Between two numbers of one list, with a remark in brackets behind the first. */
const JOINT =
  /(?: ?\([^()\n]{0,80}\))? ?(?:[,;/&-]|and |or |et |und |to |as well as )[ ]?(?:and |or )?(?:actions? )?/iy;
const SHORT_JOINT = /(?: ?\/ ?| ?& ?| and | or | et )/y;

/** An operational action of EMPACT is not an action of a plan. */
const NOT_AFTER = /(?:operational|empact|oaps?|key|opérationnelles?)['’]?s? $/i;
const NOT_BEFORE = /^ (?:of|in|under|from) (?:the )?(?:[a-z-]{1,20} )?(?:EMPACT|OAPs?|operational)(?![A-Za-z])/i;

export const action: Family<ActionReference> = {
  sign: /\d\.\d/,

  find(text) {
    const found: Match<ActionReference>[] = [];
    let read = 0;
    for (const match of text.matchAll(HEAD)) {
      // A list has read on over this heading word: `Actions 9.7 and actions 10.7`.
      if (match.index < read) continue;
      if (NOT_AFTER.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
      const list = readList(text, match.index, match.index + match[0].length, match[1] ? JOINT : SHORT_JOINT);
      const end = list.at(-1)?.end ?? match.index;
      read = end;
      if (!NOT_BEFORE.test(text.slice(end, end + 40))) found.push(...list);
    }
    return found;
  },

  key: ({ plan, number }) => `action ${plan}.${number}`,
  printed: ({ plan, number }) => `Action ${plan}.${number}`,
  slug: ({ plan, number }) => `${plan}.${number}`,
  link: () => null,
};

/** The first number covers its heading word; of a range the two ends are taken. */
function readList(text: string, head: number, from: number, joint: RegExp): Match<ActionReference>[] {
  const found: Match<ActionReference>[] = [];
  let start = head;
  let next = from;
  while (true) {
    NUMBER.lastIndex = next;
    const match = NUMBER.exec(text);
    if (match === null || Number(match[1]) === 0 || Number(match[2]) === 0) return found;
    const end = next + match[0].length;
    const reference: ActionReference = { kind: 'action', plan: Number(match[1]), number: Number(match[2]) };
    found.push({ reference, start, end });
    joint.lastIndex = end;
    const between = joint.exec(text);
    if (between === null) return found;
    next = end + between[0].length;
    start = next;
  }
}
