import { expect, test } from 'vitest';
import { importText } from './document.ts';

const PAGE = (stamp: string) =>
  `Brussels, 3 March 2020\n(OR. en)\n\n6120/20\n${stamp}\nENFOCUSTOM 31\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nSubject:\tOars\n\nOars are long.\n`;

const access = (stamp: string, read: { readonly recognised?: boolean; readonly unread?: boolean }) => {
  const outcome = importText('a.pdf', { ok: true, text: PAGE(stamp), asides: [], warnings: [], ...read }, '');
  return outcome.kind === 'document' ? [outcome.facts.access?.status, outcome.facts.marking] : outcome.kind;
};

test.each([{ recognised: true }, { unread: true }])(
  'a stamp that may be in a picture keeps a text closed: %o',
  (read) => {
    expect(access('', read)).toEqual(['limite', null]);
    expect(access('\nLIMITE\nDOCUMENT PARTIALLY ACCESSIBLE TO THE PUBLIC (16.12.2022)\n', read)[0]).toBe('partial');
  },
);

test('a text that was read whole is as open as it says', () => {
  expect(access('', {})).toEqual(['public', null]);
  expect(access('\nLIMITE\n', {})).toEqual(['limite', 'LIMITE']);
});
