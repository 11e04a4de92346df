import { expect, it } from 'vitest';
import { importDocument } from './document.ts';

const HEAD =
  'Brussels, 3 March 2020\n(OR. en)\n\n6120/20\n\nLIMITE\n\nENFOCUSTOM 31\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nSubject:\tOars\n\n';

/** What patterns that look back or ahead have to read again and again. */
const REPEATED: Readonly<Record<string, string>> = {
  'prose that names a classification, on one line': 'the rules on RESTREINT UE information apply to all, ',
  'words broken at line ends': 'co-\noper-\n',
  'markings broken over lines': 'RESTREINX\nUE oars\n',
  'letters one a line': 'R\nE\n',
  'letters set apart': 'R E S T R E I N ',
  'columns of spaces': 'a    b    c\n',
  'notes without marks': 'word1 and\n\n1 Note text here.\n\n',
  'black bars': 'text. ██ more ',
  'bullets of two levels': '• a\no b\n',
  'titles without blank lines': 'I. OARS\nText of it.\n',
  'labels alone': '1.\nText\n(a)\n',
  'stars on words': 'oars* ',
  'labels on one line': 'Subject: x To: y ',
};

const secondsFor = (text: string): number => {
  const bytes = new TextEncoder().encode(HEAD + text);
  const from = process.cpuUsage();
  importDocument('a.txt', bytes);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

it.each(Object.entries(REPEATED))(
  '%s cost four times as much for four times the text',
  (_name, text) => {
    secondsFor(text.repeat(10_000));
    const [one, four] = [secondsFor(text.repeat(10_000)), secondsFor(text.repeat(40_000))];
    // Quadratic cost would be sixteen times as much; half a second hides what the machine does besides.
    expect(four).toBeLessThan(one * 8 + 0.5);
  },
  60_000,
);
