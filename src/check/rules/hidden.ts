import type { WrittenEntry } from '../../archive/read.ts';
import type { Path } from '../../archive/source-file.ts';
import { byRecord } from '../by-record.ts';
import type { Rule } from '../rule.ts';

export const hidden: Rule = {
  code: 'HIDDEN',
  contract:
    'What no page shows, such as a comment, is not published: it can be taken out of a text, and no record holds it.',
  *check({ written, textOf }) {
    for (const entry of written) {
      for (const fault of textOf(entry).hidden) yield { entry, ...fault };
      for (const path of commentsIn(entry)) {
        yield {
          entry,
          path,
          message: 'the text holds a comment, which would be published with the record',
          fix: 'remove it; behind a # in YAML a comment is for editors only',
        };
      }
    }
  },
};

const commentsIn = byRecord(({ record }: WrittenEntry): Path[] => [...commented(record, [])]);

/** Fields of a record whose words hold a comment: HTML's, or a target of links that leads nowhere. */
function* commented(value: unknown, path: Path): Iterable<Path> {
  if (typeof value === 'string' && /<!--|^ {0,3}\[\/\/\]:/m.test(value)) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* commented(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
