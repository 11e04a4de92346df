import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pngWith } from '../../../tests/edition/fixture/pictures.ts';
import { toBibtex } from '../../cite/formats.ts';
import { readingsOf } from './decode.ts';
import { Needles } from './needles.ts';
import { Seen } from './seen.ts';

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
    expect(() => [...readingsOf(page(b64(bytes)))]).toThrow('packed more than');
  });

  it('reads what was met too deep to be followed', () => {
    const twice = b64(b64(WORDS));
    const seen = new Seen();
    const texts = [gzipSync(gzipSync(gzipSync(page(twice)))), page(twice)].flatMap((bytes) => [
      ...readingsOf(bytes, seen),
    ]);
    expect(texts.some(({ text }) => text.includes(SECRET))).toBe(true);
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

  const found = (sentence: string, data: string | Uint8Array, open: readonly string[] = []) => {
    const needles = new Needles();
    needles.addText(sentence, 'a');
    for (const text of open) needles.removeText(text);
    return [...readingsOf(Buffer.from(data))].some(({ text }) => needles.in(text).length > 0);
  };
  const SIX = 'the men were in a red car';
  const [begin, end] = ['the men were', 'in a red car'];

  it.each([
    `<p>${begin} <!-- x --> ${end}</p>`,
    `<p>the men we<!-- x -->re ${end}</p>`,
    ...['dfn', 'kbd', 'label', 'font', 'x-y'].map((name) => `<p>the men <${name}>were</${name}> ${end}</p>`),
    `<p>${begin} <img src="x" alt=""> ${end}</p>`,
    `<text><tspan x="0">${begin} </tspan><tspan dy="1">${end}</tspan></text>`,
    `{"html":"the men <b>were<\\/b> ${end}"}`,
  ])('sees short words through what stands in the middle of a sentence: %s', (html) => {
    expect(found(SIX, html)).toBe(true);
  });

  const LONG = 'the men were in a red car that was seen by the sea at noon';
  const NAME = 'Seizure of untaxed cigarettes near Harwich harbour';

  it.each([
    ['over the end of a block', LONG, '<p>the men were in a red car</p>\n<p>that was seen by the sea at noon</p>'],
    ['by blocks of one word', LONG, LONG.replace(/\S+/g, '<li>$&</li>\n')],
    ['by blocks of one word, side by side', LONG, LONG.replace(/\S+/g, '<li>$&</li> ')],
    ['in lines of a picture', NAME, '<text>Seizure of untaxed</text><text>cigarettes near Harwich harbour</text>'],
    ['in a folded line', LONG, 'SUMMARY:the men were in a r\r\n ed car that was seen'],
    [
      'in BibTeX',
      'officers of \u0141\u00f3d\u017a seized cigarettes from L\u00fcbeck',
      "@misc{a,\n title = {officers of {\\L{}{\\' o}d{\\' z}} seized cigarettes from {L{\\\" u}beck}},\n}",
    ],
    [
      'in an address',
      'the Council\u2019s men were in a red car',
      `mailto:?body=${encodeURIComponent('the Council\u2019s men were in a red car')}`,
    ],
    [
      'in a Greek address',
      '\u03bf\u03b9 \u03c4\u03b5\u03bb\u03c9\u03bd\u03b5\u03b9\u03b1\u03ba\u03bf\u03af \u03b2\u03c1\u03ae\u03ba\u03b1\u03bd \u03b5\u03c0\u03c4\u03ac \u03bc\u03b5\u03b3\u03ac\u03bb\u03b1 \u03c0\u03bb\u03bf\u03af\u03b1',
      encodeURIComponent(
        '\u03bf\u03b9 \u03c4\u03b5\u03bb\u03c9\u03bd\u03b5\u03b9\u03b1\u03ba\u03bf\u03af \u03b2\u03c1\u03ae\u03ba\u03b1\u03bd \u03b5\u03c0\u03c4\u03ac \u03bc\u03b5\u03b3\u03ac\u03bb\u03b1 \u03c0\u03bb\u03bf\u03af\u03b1',
      ),
    ],
    ['in names of signs', 'the Council\u2019s men were in a red car', 'the Council&rsquo;s men were in a red car'],
  ])('sees a sentence %s', (_, sentence, data) => {
    expect(found(sentence, data)).toBe(true);
  });

  it('sees what the writer of our BibTeX writes, whatever its letters', () => {
    // Latin letters of Europe's languages, and signs that mean something in TeX.
    const unit = fc.oneof(
      fc.constantFrom(...'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ'),
      fc.constantFrom(...'ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽž'),
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    );
    const word = fc.string({ unit, minLength: 3, maxLength: 8 });
    const between = fc.constantFrom(' ', ' & ', ', ', ' – ', ' (', '% ', '_', '’ ');
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 6 }), between, (words, sign) => {
        const title = words.join(sign);
        expect(found(title, toBibtex([{ id: 'a', type: 'report', title }]))).toBe(true);
      }),
    );
  });

  it('sees it also where a part of it is open', () => {
    expect(found(LONG, '<p>the men were in a red</p><p> car that was seen by</p>', ['men were in a red car'])).toBe(
      true,
    );
  });

  it('takes no six common words for a finding that blocks share by chance', () => {
    expect(found(LONG, '<p>of the men were</p>\n<p>in a red car it</p>')).toBe(false);
    expect(found(LONG, '<p>the men were in a red</p>')).toBe(true);
    const needles = new Needles();
    needles.addText(LONG, 'a');
    expect(needles.in('of the men were in a red lorry', true)).toEqual([]);
    expect(needles.in('of the men were in a red car that', true)).not.toEqual([]);
  });

  it('sees addresses through the tags of blocks', () => {
    const needles = new Needles();
    needles.addExact('/operations/zq/', 'b');
    const texts = [...readingsOf(Buffer.from('<p>/opera</p><p>tions/zq/</p>'))].map(({ text }) => text);
    expect(texts.flatMap((text) => needles.in(text))).toHaveLength(1);
  });
});
