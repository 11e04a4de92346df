import { describe, expect, it } from 'vitest';
import { browseIn, presidencyAsked } from './browse.ts';

describe('a list that is asked for', () => {
  it.each([
    ['all action plans', 'Action plan'],
    ['latest documents', 'Document'],
    ['list of working parties', 'Working party'],
    ['show me every meeting', 'Meeting'],
    ['newest strategies', 'Strategy'],
    ['oldest document', 'Document'],
    ['all the information systems', 'System'],
  ])('%s', (text, kind) => expect(browseIn(text, false)?.kind).toBe(kind));

  it.each(['customs documents action', 'action 7.3', 'documents', 'document', 'risk analysis', 'the latest', ''])(
    'is none in %s',
    (text) => expect(browseIn(text, false)).toBeNull(),
  );

  it('is that of a time, a presidency, an access or a thing', () => {
    expect(browseIn('meetings in     ', true)).toMatchObject({ kind: 'Meeting', single: false });
    expect(browseIn('meeting of     ', true)).toMatchObject({ kind: 'Meeting', single: true });
    expect(browseIn('documents under the Czech Presidency', false)).toMatchObject({
      kind: 'Document',
      presidency: true,
    });
    expect(browseIn('documents that are not public', false)).toMatchObject({ access: ['LIMITE', 'Not held'] });
    expect(browseIn('public documents', false)).toMatchObject({ access: ['Open', 'Partly open'] });
    expect(browseIn('meetings of the LEWP-C', false)).toMatchObject({ kind: 'Meeting', about: 'lewpc' });
    expect(browseIn('CCWP documents', false)).toMatchObject({ kind: 'Document', about: 'ccwp' });
  });

  it('may be a presidency beside that of today', () => {
    expect(['who has the presidency now', 'next presidency', 'previous presidency'].map(presidencyAsked)).toEqual([
      0, 1, -1,
    ]);
    expect(['presidency', 'Czech presidency 2022', 'now'].map(presidencyAsked)).toEqual([null, null, null]);
  });
});
