import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDocument } from './document.ts';
import { toMarkdown } from './markdown.ts';
import { normalise } from './normalise.ts';

const HEAD =
  'Brussels, 3 March 2020\n\n6120/20\n\nLIMITE\n\nENFOCUSTOM 31\n\nNOTE\n\nFrom:\tPresidency\nSubject:\tOars\n\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const word = fc.constantFrom(
  'oar',
  'The sails',
  '1.',
  '(1)',
  '-',
  '\t',
  '\n',
  '\n\n',
  '#',
  '**',
  '<sup>1</sup>',
  '<p>',
  '</table>',
  '<table>',
  '|',
  ':::',
  '---',
  '6120/20',
  'REV 1',
  'From:',
  'Subject:',
  'DELETED',
  'LIMITE',
  'E FOCUSTOM 3',
  '<',
  '`',
  '[',
  '](',
  '\\',
  '¹',
  'a)',
  'ii.',
);
const soup = fc
  .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(' '));

describe('the importer', () => {
  it('never throws on bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (input) => void importDocument('x', input)));
  });

  it('never throws on text, with a header or without', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (text, head) => void importDocument('x', bytes((head ? HEAD : '') + text))),
      { numRuns: 300 },
    );
  });

  it('says the same of the same bytes', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(importDocument('x', bytes(HEAD + text))).toEqual(importDocument('x', bytes(HEAD + text)));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves no markup of the source that HTML or directives act on', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { markdown } = toMarkdown(normalise(text).split('\n'), null);
        const own = markdown.replace(/^:::(?:withheld\{reason="not open to the public"\})?$/gm, '');
        expect(own).not.toMatch(/<[A-Za-z!/?]|^:::|(?<!\\):[A-Za-z]|(?<!\\)`/m);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no page furniture between paragraphs', () => {
    const footer = fc
      .record({
        page: fc.integer({ min: 1, max: 99 }),
        author: fc.constantFrom('AB', 'MC', 'EB, FR'),
        typist: fc.constantFrom('cd', 'sbr', 'mvk'),
      })
      .map(({ page, author, typist }) => `6120/20 ${author}/${typist} ${page} JAI.1 LIMITE EN`);
    fc.assert(
      fc.property(fc.array(footer, { minLength: 1, maxLength: 6 }), fc.boolean(), (footers, merged) => {
        const body = footers
          .map((line, i) => `Paragraph ${'abcdef'[i]} speaks of oars.${merged ? ' ' : '\n\n'}${line}`)
          .join('\n\n');
        const outcome = importDocument('x', bytes(HEAD + body));
        expect(outcome.kind === 'document' && outcome.markdown).not.toMatch(/LIMITE|JAI\.1|6120/);
        expect(outcome.kind === 'document' && outcome.markdown.match(/speaks of oars/g)?.length).toBe(footers.length);
      }),
    );
  });
});
