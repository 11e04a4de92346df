import { expect, test } from 'vitest';
import { fillFacts } from './facts.ts';
import { sizeInWords } from './size.ts';

const PAGE =
  '<p data-when="name" hidden><a href="/" data-fact-href="name" data-fact="name">The zip</a></p><p data-unless="name">None.</p><b data-fact="size"></b>';

test('facts are filled in, shown and hidden; others stay', async () => {
  const once = await fillFacts(PAGE, { name: 'a<b>.zip' });
  expect(once).toBe(
    '<p data-when="name"><a data-fact-href="name" data-fact="name" href="a<b>.zip">a&lt;b&gt;.zip</a></p><p data-unless="name" hidden="">None.</p><b data-fact="size"></b>',
  );
  const twice = await fillFacts(once, { size: '4 MB' });
  expect(twice).toContain('<p data-when="name"><a');
  expect(twice).toContain('<b data-fact="size">4 MB</b>');
  expect(await fillFacts(twice, { size: '5 MB' })).toBe(twice.replace('4 MB', '5 MB'));
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [4_649_000, '4.6 MB'],
  [123_456_789, '123 MB'],
  [2_500_000_000, '2.5 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
