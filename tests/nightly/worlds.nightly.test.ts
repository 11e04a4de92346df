import { describeWorld } from '../suites/worlds.ts';
import { BROWSERS } from '../support/puppets.ts';
import { SERVERS } from '../support/servers.ts';

for (const server of SERVERS) for (const browser of BROWSERS) describeWorld(server, browser);
