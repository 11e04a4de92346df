import { z } from 'zod';
import { apparatus, called, idIn, shown, text } from './parts.ts';

/** A theme that ties entries together. Its name is the archive's own. */
export const topics = z.strictObject({
  name: shown('header', text),
  related: shown('header', z.array(idIn('topics')).optional()),
  ...called,
  ...apparatus,
});
export type TopicRecord = z.infer<typeof topics>;
