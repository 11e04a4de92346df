import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pngWith } from '../../../tests/edition/fixture/pictures.ts';
import { readingsOf } from './decode.ts';
import { Needles } from './needles.ts';

const SECRET = 'zqsecretqx';
const WORDS = `some ${SECRET} words that follow it`;
const b64 = (data: string | Uint8Array) => Buffer.from(data).toString('base64');
const page = (inside: string) => Buffer.from(`<!doctype html><p class="x">Open text.${inside}</p>`);
const each = (f: (code: number) => string) => [...SECRET].map((c) => f(c.charCodeAt(0))).join('');

/** Each way of writing the secret down, and the bytes of a file that does. */
const ENCODED: Readonly<Record<string, Uint8Array>> = {
  plain: page(WORDS),
  'in capitals': page(SECRET.toUpperCase()),
  attribute: page(`<img alt="${SECRET}">`),
  comment: page(`<!-- ${SECRET} -->`),
  gzip: gzipSync(WORDS),
  'gzip of gzip': gzipSync(gzipSync(WORDS)),
  zlib: deflateSync(WORDS),
  'zip member': zipSync({ 'a.txt': strToU8(WORDS) }),
  'zip member name': zipSync({ [`${SECRET}.txt`]: strToU8('x') }),
  'gzip in a zip': zipSync({ 'a.gz': gzipSync(WORDS) }),
  'remark of a zip member': zipSync({ 'a.txt': [strToU8('x'), { comment: SECRET }] }),
  'behind the end of a gzip': Buffer.concat([gzipSync('x'.repeat(99)), Buffer.from([0]), Buffer.from(WORDS)]),
  'UTF-16 behind the end of a gzip': Buffer.concat([gzipSync('x'), Buffer.from([0]), Buffer.from(WORDS, 'utf16le')]),
  'UTF-16 in a gzip': gzipSync(Buffer.from(WORDS, 'utf16le')),
  'far into a long file': Buffer.from(`${'{"a":"open"},\n'.repeat(200_000)}${WORDS}`),
  'where a long file is parted': Buffer.from(`${'"'.repeat(2 ** 21 - 8)}${SECRET}${'"'.repeat(2 ** 21)}`),
  base64: page(b64(WORDS)),
  'base64 behind other text': page(`x/y${b64(WORDS)}`),
  'base64 for addresses': page(Buffer.from(`??>>${WORDS}`).toString('base64url')),
  'base64, wrapped': page(b64(WORDS.repeat(9)).replace(/.{60}/g, '$&\n')),
  'base64, wrapped in a script': page(b64(WORDS.repeat(9)).replace(/.{76}/g, '$&\\n')),
  'data address': page(`<a href="data:text/plain;base64,${b64(WORDS)}">`),
  'gzip in base64': page(b64(gzipSync(WORDS))),
  'base64 of base64': page(b64(b64(WORDS))),
  'raw deflate in base64': page(b64(deflateRawSync(WORDS))),
  hexadecimal: page(Buffer.from(WORDS).toString('hex')),
  'UTF-16, little end first': Buffer.from(WORDS, 'utf16le'),
  'UTF-16, big end first': Buffer.from(WORDS, 'utf16le').swap16(),
  'UTF-16 in binary data': Buffer.concat([Buffer.from([1, 0xff, 0x80]), Buffer.from(WORDS, 'utf16le')]),
  'UTF-16 in base64': page(b64(Buffer.from(WORDS, 'utf16le'))),
  'decimal entities': page(each((c) => `&#${c};`)),
  'hexadecimal entities': page(each((c) => `&#x${c.toString(16)};`)),
  'entities of entities': page(each((c) => `&amp;#${c};`)),
  percent: page(each((c) => `%${c.toString(16)}`)),
  'percent of percent': page(each((c) => `%25${c.toString(16)}`)),
  '\\u': page(each((c) => `\\u00${c.toString(16)}`)),
  '\\u{}': page(each((c) => `\\u{${c.toString(16)}}`)),
  '\\x': page(each((c) => `\\x${c.toString(16)}`)),
  'soft hyphens': page([...SECRET].join('\u00ad')),
  'named soft hyphens': page([...SECRET].join('&shy;')),
  'no-width spaces': page([...SECRET].join('\u200b')),
  'split by tags': page(`zqsec<b>ret</b><wbr>qx`),
  'letters of full width': page(String.fromCodePoint(...[...SECRET].map((c) => c.charCodeAt(0) + 0xfee0))),
  'accents on letters': page('zqse\u0301cre\u0301tqx'),
  'named accents': page('zqs&eacute;cretqx'),
  // The line breaks in the middle of the word: 45 bytes are 60 signs.
  'base64, wrapped within the word': page(b64(`${'-'.repeat(40)}${SECRET}${'-'.repeat(40)}`).replace(/.{60}/g, '$&\n')),
  'text of a picture': pngWith(1, [SECRET]),
  'packed text of a picture': pngWith(1, [], [SECRET]),
};

describe('readingsOf', () => {
  it.each(Object.entries(ENCODED))('finds words written down as %s', (_, bytes) => {
    const needles = new Needles();
    needles.addExact(SECRET, 'here');
    const found = [...readingsOf(bytes)].flatMap(({ text }) => [...needles.in(text)]);
    expect(found).toContainEqual({ needle: SECRET, origin: 'here' });
  });

  it('finds a run of words whatever stands between them', () => {
    const needles = new Needles();
    needles.addText('One two three four five six.', 'here');
    for (const text of [
      'one TWO three, four – five\n six',
      '<b>one</b> two <i>three</i> four five&nbsp;six',
      'One%20two%20three%20four%20five%20six',
    ]) {
      const found = [...readingsOf(page(text))].flatMap(({ text: t }) => [...needles.in(t)]);
      expect(found.length, text).toBeGreaterThan(0);
    }
  });

  it('reads any bytes, or says that it cannot', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          for (const { text } of readingsOf(bytes)) expect(typeof text).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });

  it('stops at data packed within data', () => {
    let bytes: Uint8Array = Buffer.from(WORDS);
    for (let n = 0; n < 9; n++) bytes = gzipSync(bytes);
    expect(() => [...readingsOf(bytes)]).toThrow('packed more than');
  });

  it.each(['A', '%41', '&#65;', '\\u0041', '<', '\0', 'ab'])('ends on a million characters of %j', (sign) => {
    for (const _ of readingsOf(Buffer.from(sign.repeat(1_000_000 / sign.length))));
  });
});

describe('Needles', () => {
  it('forgets runs that are open, and leaves what is too short or no words', () => {
    const needles = new Needles();
    needles.addText('alpha beta gamma delta epsilon zeta eta', 'a');
    needles.addText('Two words', 'b');
    needles.addText('OJ L 322, 12.12.1996, p. 3', 'c');
    needles.removeText('before beta gamma delta epsilon zeta eta after');
    expect(needles.runs).toBe(1);
    expect([...needles.in('alpha, beta gamma: delta epsilon zeta')]).toHaveLength(1);
    expect([...needles.in('beta gamma delta epsilon zeta eta')]).toEqual([]);
  });

  it('sees a run through the tags of a sentence, and not from one block to the next', () => {
    const needles = new Needles();
    needles.addText('alpha beta gamma delta epsilon zeta', 'a');
    const hits = (html: string) =>
      [...readingsOf(Buffer.from(html))].flatMap(({ text }) => [...needles.in(text)]).length;
    expect(hits('<p>alpha <a href="/">beta</a> gamma <b>delta</b> epsilon zeta</p>')).toBeGreaterThan(0);
    expect(hits('<td>alpha beta gamma</td><td>delta epsilon zeta</td>')).toBe(0);
  });

  it('sees words and addresses through the tags of blocks, and no six words that blocks share by chance', () => {
    const needles = new Needles();
    needles.addText('alpha beta gamma delta epsilon zeta eta theta', 'a');
    needles.addExact('/operations/zq/', 'b');
    const hits = (html: string) =>
      [...readingsOf(Buffer.from(html))].flatMap(({ text }) => needles.in(text).map(({ needle }) => needle));
    const each = (words: string) => words.replace(/\S+/g, '<li>$&</li>');
    expect(hits(`<p>/opera</p><p>tions/zq/</p>`)).toEqual(['/operations/zq/']);
    expect(hits(each('alpha beta gamma delta epsilon zeta eta theta'))).toEqual(['gamma delta epsilon zeta eta theta']);
    expect(hits('<p>alpha beta gam<hr>ma delta epsilon zeta eta theta</p>')).toHaveLength(1);
    expect(hits('<p>of alpha beta gamma</p>\n<p>delta epsilon zeta it</p>')).toEqual([]);
    expect(hits('<p>of alpha beta gamma</p>\n<p>delta epsilon zeta it; beta gamma delta</p> epsilon zeta eta')).toEqual(
      [],
    );
    expect(hits('<p>x</p> alpha beta gamma delta epsilon zeta').length).toBeGreaterThan(0);
  });
});
