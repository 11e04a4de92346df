import { expect, test } from 'vitest';
import { requireBuildablePath } from './buildable-path.ts';

test.each(['/srv/a%20b', '/srv/c#', '/srv/what?/dist'])('%s is refused by name', (folder) => {
  expect(() => requireBuildablePath(folder)).toThrow(`${folder} has`);
});

test.each(['/srv/my archive', '/srv/été & co/(1)'])('%s is none of them', (folder) => {
  expect(() => requireBuildablePath(folder)).not.toThrow();
});
