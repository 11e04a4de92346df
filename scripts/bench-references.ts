/** Times `findReferences` on a megabyte of each kind of text, plain and hostile: `node scripts/bench-references.ts`. */
import { findReferences } from '../src/archive/reference/index.ts';

const SIZE = 1_000_000;

const UNITS: Readonly<Record<string, string>> = {
  'one digit': '1',
  'one letter': 'a',
  spaces: ' ',
  'line feeds': '\n',
  NULs: '\u0000',
  'lone surrogates': '\ud800',
  slashes: '/',
  asterisks: '*',
  underscores: '_',
  backslashes: '\\',
  'open tags': '<a ',
  'one open tag': '<',
  'open sup': '<sup>1',
  'open links': '](',
  'open addresses': 'http://',
  brackets: '(',
  'digits and slashes': '12345/',
  'numbers without year': '13944/1/',
  'series only': 'ST ',
  'suffixes without end': ' REV 1',
  'tails without end': ' + ADD 1',
  'codes without end': ' JAI 1',
  'journal names': 'OJ C 5, ',
  'act names': 'Regulation (EC) No ',
  'lists of acts': '2012/13/EU and ',
  'lists of actions': '7.3 and ',
  'lists with heads': 'actions 7.3 and ',
  'lists with remarks': 'actions 7.3 (((',
  'acts in a row': 'Regulations (EC) No 515/97 and ',
  'plans in a row': '7th Action Plans and ',
  footers: '13944/22 KB/sbr\n',
  'action heads': 'action ',
  ordinals: '7th and ',
  'Council documents': '13944/22 ',
  'one long list of tails': '13944/22 + ADD 1 ',
  'prose with citations': 'The officers met (13944/22, OJ C 5, 7.1.2012, p. 1) on action 7.3 of the 7th Action Plan. ',
};

for (const [name, unit] of Object.entries(UNITS)) {
  const prefix = name === 'lists of actions' ? 'actions ' : name === 'lists of acts' ? 'Directives ' : '';
  const text = (prefix + unit.repeat(Math.ceil(SIZE / unit.length))).slice(0, SIZE);
  const times = [SIZE / 4, SIZE].map((size) => {
    const begin = performance.now();
    const found = findReferences(text.slice(0, size)).length;
    return { ms: performance.now() - begin, found };
  });
  const [quarter, whole] = times;
  console.log(
    `${name.padEnd(24)} 250 kB ${quarter?.ms.toFixed(0).padStart(6)} ms   1 MB ${whole?.ms.toFixed(0).padStart(6)} ms   ${whole?.found} found`,
  );
}
