import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { pagesOf, readPage } from '../support/site.ts';

describe.each(EDITIONS)('HTML of the %s edition', (edition) => {
  test('every page is valid', async () => {
    const faults: string[] = [];
    for (const page of pagesOf(edition)) faults.push(...(await htmlFaults(readPage(page).html, page.address)));
    expect(faults.slice(0, 60)).toEqual([]);
  });
});
