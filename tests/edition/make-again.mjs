import { makeBehindWall } from '../../src/build/wall.ts';

// A program of its own, so that its files can be traced apart from those of the test.
await makeBehindWall(JSON.parse(process.argv[2]), new AbortController().signal);
