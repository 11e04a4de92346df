import { expect, test } from 'vitest';
import { homeOfPart, linksPart, listPart, timelinePart } from './part-address.ts';

test('a part knows the page whose list it continues', () => {
  expect(homeOfPart(listPart('/documents/', '1998-2'))).toBe('/documents/');
  expect(homeOfPart(linksPart('/documents/st-1-2020-init/', '3'))).toBe('/documents/st-1-2020-init/');
  expect(homeOfPart(timelinePart('/topics/cash/', 'undated'))).toBe('/topics/cash/');
  expect(homeOfPart(timelinePart(null, '1998'))).toBe('/timeline/');
});

test.each(['/', '/timeline/', '/documents/', '/documents/st-1-2020-init/', '/topics/list/', '/documents/a/compare/b/'])(
  '%s is no part',
  (address) => {
    expect(homeOfPart(address)).toBeNull();
  },
);
