import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Files, inFolder, pageOf, sealFolder, writeFiles } from '../../tests/support/made-edition.ts';
import { audit, siteTextOf } from './audit.ts';
import { printReport } from './report.ts';

const LIMITE = 'ST-2001-2020-INIT#1-p1';
const SHORT = 'Harbour Watch Group';
const LONG = 'First trial of the mobile scanners in the port of Testhaven';

/** A small archive of which the public knows little. */
const CONTENT: Files = {
  'content/documents/st-1001-2020-init.md':
    '---\nnumber: 1001/20\ntitle: Report on scanners\naccess: { status: public }\n---\n\n## 1. Scanners\n\nCustoms tried scanners in four ports (see 4004/20), on a [joint](https://a.eu/) patrol of harbours.\n',
  'content/documents/st-2001-2020-init.md':
    '---\nnumber: 2001/20\ntitle: Note of the Presidency\naccess: { status: limite }\nfiling: [Green cabinet]\n---\n\n## 1. Trial\n\nThe trial took place in Testhaven on a cold morning.\n\n## 6. Night watch\n\n## 6. Use of scanners\n',
  'content/documents/st-3003-2020-init.md': `---\nnumber: 3003/20\ntitle: Orchids in transit\naccess: { status: reference-only }\nsource: ${LIMITE}\n---\n`,
  'content/documents/st-4004-2020-init.md': `---\nnumber: 4004/20\ntitle: Timber in transit\naccess: { status: reference-only }\nsource: ${LIMITE}\n---\n`,
  'content/action-plans/ccwp-7.yaml': 'title: { value: Seventh plan, source: register:ST-1-2020-INIT }\n',
  'content/actions/7.1.yaml': `plan: ccwp-7
title: { value: Use of scanners, source: ST-1001-2020-INIT }
status: { value: completed, source: ${LIMITE} }
deadline: { date: "2021-05-04", asGiven: by May 2021, source: ${LIMITE} }
participants: [{ name: ${SHORT}, role: lead, source: ${LIMITE} }]
history: [{ title: ${LONG}, source: ${LIMITE} }]
notes: [{ text: It follows 6006/20., source: register:ST-1-2020-INIT }]
documents: [${[4004, 5005, 6006].map((number) => `{ to: ST-${number}-2020-INIT, source: ${LIMITE} }`).join(', ')}]
`,
  'content/actions/7.2.yaml': `plan: ccwp-7
heading: { value: Trials, source: register:ST-1-2020-INIT }
title: { value: Use of scanners, source: ${LIMITE} }
notes:
  - { text: Joint patrol of harbours, source: ${LIMITE} }
  - { text: Use of scanners it follows, source: ${LIMITE} }
`,
  'content/operations/quiet-heron.yaml': `kind: exercise\nname: { value: Operation Quiet Heron, source: ${LIMITE} }\n`,
  'content/files/plan.png': '',
  'public/editions.yaml': 'robots.txt: public\nnotes.txt: delegates\n',
  'public/robots.txt': 'User-agent: *\n',
  'public/notes.txt': 'Ask the desk officer.\n',
};

/** Its public edition, cut down to a few files. */
const EDITION: Files = {
  'index.html': pageOf(
    '<link rel="stylesheet" href="/_astro/a.Ab12.css"><a href="/actions/7.1/">Use of scanners</a> <a href="documents/">Documents</a>',
  ),
  'documents/index.html': pageOf('<h1 id="documents">Documents</h1><p>Note of the Presidency</p>'),
  'actions/7.1/index.html': pageOf('<h1>Use of scanners</h1><p>Customs tried scanners in four ports.</p>'),
  'actions/7.1/entry.json': JSON.stringify({
    collection: 'actions',
    id: '7.1',
    record: { plan: 'ccwp-7', title: { value: 'Use of scanners' } },
  }),
  '_astro/a.Ab12.css': 'body{color:red}',
};

let folder: string;
let remove: () => void;
let removed: Promise<void>;
beforeAll(async () => {
  await new Promise<void>((ready) => {
    removed = inFolder(CONTENT, (made) => {
      folder = made;
      ready();
      return new Promise<void>((done) => {
        remove = done;
      });
    });
  });
});
afterAll(async () => {
  remove();
  await removed;
});

/** The report on the edition with other files; a file that is null is left out. */
function reportOn(change: Readonly<Record<string, string | Uint8Array | null>> = {}, siteText = '', sealed = true) {
  const files = Object.entries({ ...EDITION, ...change }).filter(([, content]) => content !== null);
  return inFolder(Object.fromEntries(files) as Files, async (dist) => {
    if (sealed) await sealFolder(dist);
    return audit({ dist, edition: 'public', content: `${folder}/content`, siteText });
  });
}

const entities = (text: string) => [...text].map((sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join('');
const inPage = (html: string): Files => ({
  'index.html': (EDITION['index.html'] as string).replace('</main>', `${html}</main>`),
});
const pagefind = (data: string | Uint8Array) =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(data)]));
const words = SHORT.split(' ');

test('a sound edition has no finding, and the report says what was looked for', async () => {
  const report = await reportOn();
  expect(report.findings).toEqual([]);
  expect(printReport(report)).toMatch(
    /^7 files\. Of \d+ withheld values \d+ were looked for, and not:\n {2}\d+: a word .*\n {2}\d+: a number or a date\n {2}\d+: also said .*\nNo findings\.$/,
  );
  const { withheld, looked, common } = report;
  expect(looked + common.short + common.number + common.open).toBe(withheld);
  expect(looked).toBeGreaterThan(10);
});

const PLACES: readonly (readonly [place: string, files: Files])[] = [
  ['the text of a page', inPage(`<p>By the ${SHORT}.</p>`)],
  ['the text of a link', inPage(`<a href="/">${SHORT}</a>`)],
  ['an alternative text', inPage(`<img src="/index.html" alt="${SHORT}">`)],
  ['a title', inPage(`<abbr title="${SHORT}">HWG</abbr>`)],
  ['an id', inPage(`<p id="${SHORT.toLowerCase().replaceAll(' ', '-')}"></p>`)],
  ['an address', inPage(`<a href="/?q=${encodeURIComponent(SHORT)}">Search</a>`)],
  ['a comment, in entities', inPage(`<!-- ${entities(SHORT)} -->`)],
  ['inline data', inPage(`<script type="application/ld+json">{"name":"${SHORT}"}</script>`)],
  ['packed data of a page', inPage(`<p data-x="${gzipSync(`see ${SHORT} there`).toString('base64')}"></p>`)],
  ['words with tags between them', inPage(`<p><b>${words[0]}</b> <i>${words[1]}</i> ${words[2]}</p>`)],
  [
    'a word with tags in it',
    inPage(`<p>${words[0]?.slice(0, 3)}<b>${words[0]?.slice(3)}</b> ${words[1]} ${words[2]}</p>`),
  ],
  ['words over lines', inPage(`<p>${words.join('\n  ')}</p>`)],
  ['other letters, soft hyphens, no width', inPage(`<p>HAR\u00adBOUR\u00a0wa\u200btch groúp</p>`)],
  [
    'the lines of a drawing',
    { 'a.svg': `<svg><text x="1">${words[0]} ${words[1]}</text><text y="2">${words[2]}</text></svg>` },
  ],
  ['the name of a file', { [`files/${SHORT}.svg`]: '<svg/>' }],
  ['the name of a folder', { [`${words.join('-').toLowerCase()}/index.html`]: pageOf('') }],
  ['the id of a feed', { 'feed.xml': `<feed><entry><id>urn:x:${words.join('-')}</id></entry></feed>` }],
  [
    'HTML in a feed',
    {
      'feed.xml': `<feed><content type="html">&lt;p&gt;${words[0]} &lt;b&gt;${words[1]}&lt;/b&gt; ${words[2]}&lt;/p&gt;</content></feed>`,
    },
  ],
  ['JSON', { 'data/a.json': JSON.stringify([{ name: SHORT }]) }],
  ['JSON with escapes', { 'data/a.json': `["${words[0]}\\n\\u0057${words[1]?.slice(1)}\\/${words[2]}"]` }],
  [
    'a script with escapes',
    { 'a.js': `const a="${[...SHORT].map((sign) => `\\x${sign.charCodeAt(0).toString(16)}`).join('')}"` },
  ],
  ['a style', { 'a.css': `p::after{content:"${SHORT}"}` }],
  ['a table', { 'data/a.csv': `id,who\n7.1,"${SHORT}, lead"\n` }],
  ['a calendar, folded', { 'a.ics': `DESCRIPTION:Led by Harbour W\r\n atch\\, Group\r\n` }],
  ['BibTeX', { 'a.bib': `@misc{a, title = {{H}arbour {W}atch {G}roup}}` }],
  ['RIS', { 'a.ris': `TI  - ${SHORT}\r\n` }],
  ['RDF', { 'a.ttl': `<a> <b> "${SHORT}"@en .` }],
  ['a book', { 'book.epub': zipSync({ 'a.xhtml': strToU8(`<p>${SHORT}</p>`) }) }],
  ['a name in an archive', { 'a.zip': zipSync({ [`${SHORT}.txt`]: strToU8('x') }) }],
  ['an archive in an archive', { 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.txt': strToU8(SHORT) }) }) }],
  ['a packed file', { 'a.json.gz': gzipSync(JSON.stringify({ name: SHORT })) }],
  [
    'a text of the search index',
    { 'pagefind/texts/ab/0.json': JSON.stringify({ en_1: { url: '/', content: `Led by ${SHORT} 2021` } }) },
  ],
  [
    'a filter of the search index',
    { 'pagefind/filter/en_1.pf_filter': pagefind(Buffer.concat([Buffer.from([0x81, 0x73]), Buffer.from(SHORT)])) },
  ],
  ['a redirect', { _redirects: `/${words.join('-')}/ / 301\n` }],
  ['a file of an unknown kind', { 'a.xyz': SHORT }],
];

describe('a withheld value is found in', () => {
  it.each(PLACES)('%s', async (_place, files) => {
    const { findings } = await reportOn(files);
    const messages = findings.filter(({ rule }) => rule === 'WITHHELD').map(({ message }) => message);
    expect(messages.join('\n')).toContain('which is withheld: actions/7.1.yaml, participants[0].name');
  });

  it('a name of a file, which is told apart from what is in it', async () => {
    const { findings } = await reportOn({ [`${SHORT}.txt`]: '' });
    expect(findings.map(({ message }) => message)).toContain(
      `its name says "${SHORT}", which is withheld: actions/7.1.yaml, participants[0].name`,
    );
  });
});

describe('is found:', () => {
  const cases: readonly (readonly [name: string, files: Files, message: RegExp])[] = [
    ['a part of a long value', inPage('<p>the mobile scanners in the port</p>'), /7\.1\.yaml, history\[0\]\.title/],
    [
      'a line of a LIMITE body',
      inPage('<p>Place in Testhaven on a cold day: took place in Testhaven on a</p>'),
      /st-2001-2020-init\.md, line 10 /,
    ],
    ['a field of a LIMITE document', inPage('<p>Green cabinet</p>'), /st-2001-2020-init\.md, filing\[0\]/],
    ['the number of a document that nobody may know of', inPage('<p>see 3003/20</p>'), /st-3003-2020-init\.md, number/],
    ['the id of one', inPage('<a href="/documents/st-5005-2020-init/"></a>'), /7\.1\.yaml, documents\[1\]\.to/],
    ['its title', inPage('<p>Orchids in Transit</p>'), /st-3003-2020-init\.md, title/],
    ['the name of a withheld entry', inPage('<p>operation quiet heron</p>'), /quiet-heron\.yaml, name\.value/],
    ['its id', inPage('<p class="quiet-heron">x</p>'), /quiet-heron\.yaml, its id/],
    [
      'its page',
      { 'operations/quiet-heron/index.html': pageOf('') },
      /its name says "operations\/quiet-heron", .* its address/,
    ],
    ['a withheld place', { 'a.json': JSON.stringify({ source: LIMITE }) }, /7\.1\.yaml, status\.source/],
    ['a static file of the delegates', { 'notes.txt': 'Ask the desk officer.' }, /public\/notes\.txt, line 1/],
    ['its name', { 'notes.txt': '' }, /its name says "notes\.txt"/],
    ['a picture that no open text shows', { 'files/plan.png': '' }, /files\/plan\.png, the name of a picture/],
  ];
  it.each(cases)('%s', async (_name, files, message) => {
    expect((await reportOn(files)).findings.map((finding) => finding.message).join('\n')).toMatch(
      new RegExp(message.source, 'm'),
    );
  });
});

describe('of an entry that says of itself what is withheld,', () => {
  const record = (value: object) =>
    JSON.stringify({ collection: 'actions', id: '7.1', record: { plan: 'ccwp-7', ...value } });
  const message = (what: string, at: string) =>
    `it says of its entry "${what}", which is withheld: actions/7.1.yaml, ${at}`;

  it.each([
    [
      'a status alone on its page',
      { 'actions/7.1/index.html': pageOf('<h1>Use of scanners</h1><dd>completed (as of 2021)</dd>') },
      message('completed', 'status.value'),
    ],
    [
      'a status in its data',
      { 'actions/7.1/entry.json': record({ status: { value: 'completed' } }) },
      message('completed', 'status.value'),
    ],
    [
      'a date in its data',
      { 'actions/7.1/entry.json': record({ deadline: { date: '2021-05-04' } }) },
      message('2021-05-04', 'deadline.date'),
    ],
    [
      'a role in a line of all data',
      { 'data/archive.jsonl': `{"a":1}\n${record({ participants: [{ role: 'lead' }] })}\n` },
      message('lead', 'participants[0].role'),
    ],
    [
      'a status in a list of data',
      { 'data/actions.json': `[${record({ status: { value: 'completed' } })}]` },
      message('completed', 'status.value'),
    ],
  ])('%s is found', async (_name, files, expected) => {
    expect((await reportOn(files)).findings.map((finding) => finding.message)).toContain(expected);
  });

  it('the same word is no finding on another page, in a longer text, or where the entry says it openly elsewhere', async () => {
    const pages = {
      'documents/index.html': pageOf('<dd>completed</dd>'),
      'actions/7.1/index.html': pageOf('<p>It will be completed once all of the ports have scanners.</p>'),
    };
    expect((await reportOn(pages, 'completed')).findings).toEqual([]);
  });
});

test('the words of a short item are found', async () => {
  const { findings } = await reportOn(inPage('<h2>6. Night watch</h2>'));
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('"Night watch", which is withheld')]);
});

describe('is no finding:', () => {
  it.each<[name: string, files: Files, siteText?: string]>([
    ['a withheld value that is open elsewhere', { 'actions/7.2/index.html': pageOf('<h1>Use of scanners</h1>') }],
    ['a value that an open text says with marks in it', inPage('<p>on a <a href="/">joint</a> patrol of harbours</p>')],
    ['a value that a name and an open field make up', inPage('<p>Use of scanners It follows 6006/20</p>')],
    ['a word of a withheld value', inPage('<p>Group, harbour: watch</p>')],
    ['a value whose words are in two blocks', inPage('<p>Harbour Watch</p><p>Group</p>')],
    ['an open value behind the number of a withheld heading', inPage('<p>Joint patrol, page 6. Use of scanners</p>')],
    ['a value that two links make up', inPage('<a href="/">the harbour</a> <a href="/">Watch Group</a>')],
    [
      'the number and the page of a document that an open text or field cites',
      {
        ...inPage(
          '<a href="/documents/st-4004-2020-init/">4004/20</a> <a href="/documents/st-6006-2020-init/">6006/20</a>',
        ),
        'documents/st-4004-2020-init/index.html': pageOf('<h1>4004/20</h1>'),
        'documents/st-6006-2020-init/index.html': pageOf('<h1>6006/20</h1>'),
      },
    ],
    ['letters that look like packed data', inPage(`<p data-x="H4sI${'A'.repeat(40)} UEsD${'B'.repeat(40)}"></p>`)],
    ['a date', inPage('<p>2021-05-04, by May 2021</p>')],
    ['an id in a longer one', inPage('<p id="a-quiet-heron-b">x</p>')],
    ['what the site says itself', inPage(`<p>${SHORT}</p>`), `Help\x1ethe ${SHORT} and others`],
  ])('%s', async (_name, files, siteText = '') => {
    expect((await reportOn(files, siteText)).findings).toEqual([]);
  });
});

describe('the other rules', () => {
  const style = EDITION['_astro/a.Ab12.css'] as string;
  const map = Buffer.from('{"version":3,"sourcesContent":["secret"]}').toString('base64');
  const png = (type: string) =>
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(4), Buffer.from(`${type}secret`)]);
  const cases: readonly (readonly [name: string, rule: string, files: Record<string, string | Uint8Array | null>])[] = [
    ['a lost style sheet', 'MISSING', { '_astro/a.Ab12.css': null }],
    ['a page that was not built', 'MISSING', { 'actions/7.1/index.html': null }],
    ['a relative link to nothing', 'MISSING', inPage('<a href="more/">More</a>')],
    ['a picture of a set', 'MISSING', inPage('<img srcset="/index.html 1x, /b.png 2x" alt="">')],
    ['a font of a style', 'MISSING', { '_astro/a.Ab12.css': `${style}@font-face{src:url("/b.woff2")}` }],
    ['a part of a script', 'MISSING', { 'a.js': 'import("./b.js")' }],
    [
      'a text of a page that is not there',
      'MISSING',
      { 'pagefind/texts/ab/0.json': '{"en_1":{"url":"/b/","content":""}}' },
    ],
    ['an asset that nothing refers to', 'UNEXPECTED', { '_astro/b.Cd34.png': 'x' }],
    [
      'texts that an earlier index left',
      'UNEXPECTED',
      { 'pagefind/texts/ab/0.json': '{"en_1":{"url":"/"}}', 'search/index/manifest.json': '{"digest":"cd"}' },
    ],
    ['a hidden file', 'UNEXPECTED', { '.DS_Store': 'x' }],
    ['a source map', 'SOURCE-MAP', { '_astro/a.Ab12.css.map': '{}' }],
    ['a way to a source map', 'SOURCE-MAP', { '_astro/a.Ab12.css': `${style}/*# sourceMappingURL=x.css.map */` }],
    [
      'a source map in a file',
      'SOURCE-MAP',
      { '_astro/a.Ab12.css': `${style}/* data:application/json;base64,${map} */` },
    ],
    ['a picture with words in it', 'METADATA', { 'files/a.png': png('tEXt') }],
    [
      'a picture with its place',
      'METADATA',
      { 'files/a.jpg': Buffer.from('\xff\xd8\xff\xe1\0\x20Exif\0\0', 'latin1') },
    ],
    ['a page of the other edition', 'EDITION', { 'a.html': pageOf('', 'delegates') }],
    ['a page without a banner', 'EDITION', { 'a.html': pageOf('').replace('data-edition', 'data-x') }],
    ['a page without a policy', 'POLICY', { 'a.html': pageOf('').replace('http-equiv', 'name') }],
    ['packed data that cannot be read', 'UNREADABLE', { 'a.gz': new Uint8Array([0x1f, 0x8b, 1, 2]) }],
  ];
  it.each(cases)('find %s: %s', async (_name, rule, files) => {
    expect((await reportOn(files)).findings.map((finding) => finding.rule)).toContain(rule);
  });

  it.each<[string, Files]>([
    [
      'an address of another site',
      inPage('<a href="https://example.org/x">x</a><a href="mailto:a@b.eu">a</a><a href="//b.eu/">b</a>'),
    ],
    [
      'a place in a page',
      inPage('<a href="#a">a</a><a href="/documents/#documents">b</a><a href="/documents?x=1">c</a>'),
    ],
    ['an address with escapes', { ...inPage('<a href="/a%20b/?x=1&amp;y=2">x</a>'), 'a b/index.html': pageOf('') }],
    [
      'a page that only says where another has gone',
      {
        'a.html':
          '<meta http-equiv="content-security-policy" content="x"><meta name="robots" content="noindex"><a href="/">x</a>',
      },
    ],
    [
      'an asset that a script names',
      { ...inPage('<script src="/_astro/b.js"></script>'), '_astro/b.js': 'import(`./c.js`)', '_astro/c.js': '1' },
    ],
    [
      'words and texts that the index names',
      {
        'pagefind/en.pf_meta': pagefind(Buffer.concat([Buffer.from([0x81, 0x64]), Buffer.from('en_1')])),
        'pagefind/index/en_1.pf_index': pagefind(Buffer.concat([Buffer.from([0x81, 0x64]), Buffer.from('scan')])),
        'pagefind/texts/ab/0.json': '{"en_1":{"url":"/","content":"Use of scanners"}}',
        'search/index/manifest.json': '{"texts":{"digest":"ab","files":1}}',
      },
    ],
  ])('find nothing in %s', async (_name, files) => {
    expect((await reportOn(files)).findings).toEqual([]);
  });

  it('find an edition that was changed after it was sealed', async () => {
    await inFolder(EDITION, async (dist) => {
      await sealFolder(dist);
      await writeFiles(dist, { 'documents/index.html': `${EDITION['documents/index.html']} `, 'b.html': pageOf('') });
      const { findings } = await audit({ dist, edition: 'public', content: `${folder}/content`, siteText: '' });
      expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
        ['SEAL', 'b.html'],
        ['SEAL', 'documents/index.html'],
      ]);
    });
  });

  it('find the seal of the other edition, a file that is gone, and no seal', async () => {
    await inFolder({ ...EDITION, 'b.txt': '' }, async (dist) => {
      await sealFolder(dist, 'delegates');
      const { rm } = await import('node:fs/promises');
      await rm(`${dist}/b.txt`);
      const { findings } = await audit({ dist, edition: 'public', content: `${folder}/content`, siteText: '' });
      expect(findings.map(({ message }) => message)).toEqual([
        'it says delegates, this is public',
        'the manifest names it, and it is not there',
      ]);
    });
    expect((await reportOn({}, '', false)).findings).toEqual([
      { rule: 'SEAL', file: 'manifest.json', message: 'there is none' },
    ]);
  });
});

test('files of a kind that nobody knows are named, and a report says where a value was found', async () => {
  const report = await reportOn({ 'a.xyz': SHORT });
  expect(report.unknown).toEqual(['a.xyz']);
  const printed = printReport(report);
  expect(printed).toContain('Read as plain text, as their kind is not known: a.xyz.');
  expect(printed).toMatch(
    /\nWITHHELD No text .*\n {2}a\.xyz: it says "Harbour Watch Group", which is withheld: actions\/7\.1\.yaml, .*\nOne finding\.$/,
  );
});

test('a delegates’ edition is looked through without anything withheld', async () => {
  await inFolder({ 'index.html': pageOf(`<p>${SHORT} completed</p>`, 'delegates') }, async (dist) => {
    await sealFolder(dist, 'delegates');
    const report = await audit({ dist, edition: 'delegates', content: `${folder}/content`, siteText: '' });
    expect(report).toMatchObject({ findings: [], withheld: 0, looked: 0 });
  });
});

test('the words of a site are each of its blocks once', async () => {
  const page = pageOf('<p>Search the archive</p><p>Search the archive</p>');
  const text = await inFolder({ 'a.html': page, 'b.html': page }, async (dist) => siteTextOf(dist));
  expect(text.split('Search the archive')).toHaveLength(2);
});

test('content that cannot be read is named', async () => {
  await inFolder({ 'content/acts.yaml': 'a: [', 'dist/index.html': '' }, async (made) => {
    const broken = audit({ dist: `${made}/dist`, edition: 'public', content: `${made}/content`, siteText: '' });
    await expect(broken).rejects.toThrow('acts.yaml cannot be read');
  });
});
