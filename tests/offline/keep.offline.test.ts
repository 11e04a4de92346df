import { describeKeeping } from '../suites/keep.ts';

describeKeeping('Chromium', ['our own']);
