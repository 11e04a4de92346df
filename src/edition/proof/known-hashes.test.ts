import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { KnownHashes } from './known-hashes.ts';

const hashOf = (number: number) => hash('sha256', String(number));
const hashes = Array.from({ length: 5000 }, (_, number) => hashOf(number));

test('knows what it was told of, also in another thread, and nothing else', () => {
  const known = KnownHashes.of(hashes);
  for (const same of [known, KnownHashes.from(known.share())]) {
    expect(same.size).toBe(5000);
    expect(hashes.every((one) => same.has(one))).toBe(true);
    expect(Array.from({ length: 5000 }, (_, number) => hashOf(-1 - number)).some((one) => same.has(one))).toBe(false);
  }
});

test.each(['', 'a', 'z'.repeat(64), (hashes[0] ?? '').toUpperCase(), `${hashes[0]}0`, ` ${hashes[0]?.slice(1)}`])(
  'takes %j for no hash',
  (text) => expect(KnownHashes.of(hashes).has(text)).toBe(false),
);
