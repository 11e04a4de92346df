import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fragment, marksOf, passage } from './excerpt.ts';

const filler = (count: number) => Array.from({ length: count }, (_, index) => `filler${index}`).join(' ');
const fragment = (content: string, anchors: Fragment['anchors'] = []): Fragment => ({
  content,
  anchors,
  meta: {},
  url: '/x/',
});
const marked = (content: string, ...units: string[][]) =>
  passage(fragment(content), marksOf(units)).segments.flatMap(({ text, mark }) => (mark ? [text] : []));

describe('passage', () => {
  it('marks words in any inflection, with their punctuation, and nothing else', () => {
    expect(marked('The controls, controlled and controlling; a controller', ['control'])).toEqual([
      'controls, controlled',
      'controlling;',
    ]);
    expect(marked('Police/customs co-operation', ['customs'], ['cooperation'])).toEqual([
      'Police/customs co-operation',
    ]);
    expect(marked('see 13944/22, please', ['13944/22'])).toEqual(['13944/22,']);
  });

  it('shows the place with most of the query', () => {
    const text = `drugs ${filler(200)} precursors for drugs ${filler(200)} precursors`;
    const { segments } = passage(fragment(text), marksOf([['drugs'], ['precursors']]));
    expect(segments.map((one) => one.text).join('')).toContain('precursors for drugs');
    expect(segments[0]?.text).toBe('… ');
  });

  it('is the beginning where no word is found', () => {
    expect(passage(fragment('One two'), marksOf([['three']])).segments).toEqual([{ text: 'One two' }]);
  });

  it('names the sections that have the words', () => {
    const anchors = [
      { element: 'h2', id: 's-1', text: 'Drugs.', location: 0 },
      { element: 'li', id: 's-1-1', text: 'x', location: 1 },
      { element: 'h2', id: 's-2', text: 'Excise', location: 4 },
      { element: 'h2', id: 's-3', text: 'Other', location: 8 },
    ];
    const text = 'Drugs. about drugs here Excise on excise goods Other and nothing';
    const { sections } = passage(fragment(text, anchors), marksOf([['excise'], ['drugs']]));
    expect(sections.map(({ anchor }) => anchor)).toEqual(['s-1', 's-2']);
  });

  it('changes no text, whatever the page holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 30 }), (words) => {
        const content = words.join(' ');
        const shown = passage(fragment(content), marksOf([['a'], ['customs']])).segments;
        expect(shown.map(({ text }) => text).join('')).toBe(content.split(/\s+/).join(' '));
      }),
    );
  });
});
