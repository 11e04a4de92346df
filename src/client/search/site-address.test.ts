import { expect, test } from 'vitest';
import { siteBase } from './site-address.client.ts';

test.each([
  ['http://a.eu/search/', 'http://a.eu/'],
  ['http://a.eu/archive/search/', 'http://a.eu/archive/'],
  ['file:///media/stick/Enfocustom/search/index.html', 'file:///media/stick/Enfocustom/'],
])('a form that leads to %s is of the site at %s', (action, base) => {
  expect(siteBase({ action } as HTMLFormElement)).toBe(base);
});
