import { describe, expect, test } from 'vitest';
import { wantedAt } from './wanted.ts';

const DOCUMENT = '/documents/st-13944-2022-init/';

describe('what is looked for at an address without a page', () => {
  test.each([
    '/documents/13944-22/',
    '/documents/13944-22',
    '/documents/13944-2022/',
    '/documents/ST-13944-2022-INIT/',
    '/documents/ST-13944-2022-INIT)',
    '/documents/st-13944-2022-init.',
    '/documents/st13944-22/',
    '/documents/st13944.en22.pdf',
    '/documents/13944/22',
    '/documents/13944%2F22',
    '/documents/ST%2013944%202022%20INIT/',
    '/documents/13944-22/index.html',
    '/documents/13944-22.html',
    '/13944-22',
    '/doc/document/ST-13944-2022-INIT/en/pdf',
  ])('%s: 13944/22', (path) => {
    expect(wantedAt(path)).toMatchObject({ number: '13944/22', words: '13944/22' });
    expect(wantedAt(path).addresses[0]).toBe(DOCUMENT);
  });

  test.each([
    ['/documents/9710-1-97/', '/documents/st-9710-1997-rev-1/'],
    ['/documents/13708/2/18', '/documents/st-13708-2018-rev-2/'],
    ['/documents/CM-3120-15-REV-1/', '/documents/cm-3120-2015-rev-1/'],
    ['/documents/11415-16-add-1/', '/documents/st-11415-2016-add-1/'],
    ['/actions/7-3/', '/actions/7.3/'],
    ['/actions/Action%207.3/', '/actions/7.3/'],
    ['/topics/cash/cite.bib', '/topics/cash/#cite'],
    ['/working-parties/ccwp/timeline.svg', '/working-parties/ccwp/#timeline'],
    ['/topics/cash/no/such/part/', '/topics/cash/'],
  ])('%s: %s', (path, address) => expect(wantedAt(path).addresses[0]).toBe(address));

  test('a file beside another spelling is looked for at the document', () => {
    expect(wantedAt('/documents/13944-22/cite.ris').addresses).toEqual([
      '/documents/13944-22/#cite',
      DOCUMENT,
      '/documents/13944-22/',
    ]);
  });

  test.each([
    ['/topics/money-laundering/', 'money laundering'],
    ['/presidencies/2015-3/', '2015 3'],
    ['/100%', '100%'],
    ['/404.html', ''],
    ['/', ''],
  ])('%s names no page, and words to search for', (path, words) => {
    expect(wantedAt(path)).toEqual({ addresses: [], number: null, words });
  });
});
