import { describeKeeping } from '../suites/keep.ts';
import { BROWSERS } from '../support/puppets.ts';
import { SERVERS } from '../support/servers.ts';

for (const browser of BROWSERS) describeKeeping(browser, SERVERS);
