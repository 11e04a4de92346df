import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { KnownHashes } from './known-hashes.ts';
import { withoutKnownLines } from './known-lines.ts';
import { Seen } from './seen.ts';

const entry = (id: number) => `{"id":${id},"text":"${`word${id} `.repeat(1000)}"}\n`;
const entries = Array.from({ length: 300 }, (_, id) => entry(id));
const seen = new Seen(KnownHashes.of(entries.slice(1).map((line) => hash('sha256', line))));
const shortened = (text: string) => Buffer.from(withoutKnownLines(Buffer.from(text), seen)).toString();

test('what is the whole of a file that was read is left out of a list, but for its ends', () => {
  for (const list of [entries.join(''), `[\n${entries.join(',')}]\n`]) {
    const text = shortened(list);
    expect(text.length).toBeLessThan(list.length / 2);
    // The one that was not read stands there whole, and of the others what joins them.
    expect(text).toContain(entries[0]);
    for (let id = 1; id < entries.length; id++) {
      expect(text).toContain(`{"id":${id},"text":"word${id} `);
      expect(text).not.toContain(`word${id} `.repeat(500));
    }
    expect(text).toContain(`word7 "}\n${list.startsWith('[') ? ',' : ''}{"id":8`);
  }
});

test('a line that differs by a letter is read', () => {
  const changed = entry(5).replace('word5 word5', 'word5 work5');
  expect(shortened([...entries.slice(6), changed].join(''))).toContain(changed);
});
