import { describe, expect, it } from 'vitest';
import { searchOrigin, searchServer } from './server.ts';

describe('the search server of an edition', () => {
  it('is none unless one is given', () => {
    expect(searchServer(undefined, 'public')).toBeNull();
    expect(searchServer('', 'public')).toBeNull();
  });

  it.each([
    ['https://search.example', 'https://search.example/enfocustom-public/_search'],
    ['https://search.example/', 'https://search.example/enfocustom-public/_search'],
    ['https://archive.example/find/', 'https://archive.example/find/enfocustom-public/_search'],
    ['http://127.0.0.1:9200', 'http://127.0.0.1:9200/enfocustom-public/_search'],
  ])('%s is asked at %s', (given, address) =>
    expect(searchServer(given, 'public')?.endpoint).toBe(`${address}?allow_partial_search_results=false`),
  );

  it('is asked by each edition for its own index', () => {
    const endpoints = (['public', 'delegates'] as const).map((one) => searchServer('https://a.example', one)?.endpoint);
    expect(endpoints[0]).toContain('/enfocustom-public/');
    expect(endpoints[1]).toContain('/enfocustom-delegates/');
  });

  it('is allowed to pages by its origin alone', () => {
    expect(searchOrigin('https://a.example:8443/find')).toBe('https://a.example:8443');
    expect(searchOrigin(undefined)).toBeUndefined();
  });

  it.each([
    'http://search.example',
    'search.example',
    'https://a.example/?x=1',
    'https://a.example/#x',
    'https://user:word@a.example',
    'ftp://a.example',
    "https://a.example; script-src 'unsafe-inline'",
  ])('cannot be %s', (given) => expect(() => searchServer(given, 'public')).toThrow(/ENFOCUSTOM_SEARCH is ".*": give/));
});
