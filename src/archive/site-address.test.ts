import { expect, test } from 'vitest';
import { siteAddress } from './site-address.ts';

test.each([
  ['https://archive.example', 'https://archive.example'],
  ['https://archive.example/', 'https://archive.example'],
  ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'],
  ['', null],
  [undefined, null],
])('%s', (given, origin) => expect(siteAddress(given)).toBe(origin));

test.each([
  'archive.example',
  'https://archive.example/folder/',
  'ftp://archive.example',
  'https://a.example/?q',
  'https://u@a.example',
])('%s is refused with the way to mend it', (given) =>
  expect(() => siteAddress(given)).toThrow(/ENFOCUSTOM_SITE is ".*": give the origin/),
);
