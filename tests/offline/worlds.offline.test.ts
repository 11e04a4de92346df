import { describeWorld } from '../suites/worlds.ts';

describeWorld('a folder', 'Chromium');
describeWorld('a folder', 'Firefox');
describeWorld('our own', 'Chromium');
