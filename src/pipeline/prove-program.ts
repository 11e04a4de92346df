import { prove } from '../edition/proof/prove.ts';
import { doWork } from './own-process.ts';
import type { Draft } from './prove-draft.ts';
import { memosOf } from './remember.ts';

doWork(({ draft, ...division }: Draft) => prove({ ...division, dist: draft, memos: memosOf(division.work) }));
