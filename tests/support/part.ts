import { EDITIONS, type Edition } from '../../src/edition/editions.ts';

/** Whether the nightly part runs (`vitest.config.ts`). */
const isNightly = process.env.ENFOCUSTOM_PART === 'nightly';

/** Whose templates are looked at: with every change those of the delegates, who have all of them, and at night the public's. */
export const EDITIONS_OF_PART: readonly Edition[] = EDITIONS.filter((edition) => (edition === 'public') === isNightly);
