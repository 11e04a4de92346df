import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow } from '../../src/edition/files.ts';
import type { RULES } from '../../src/edition/proof/rules.ts';

/** A way in which withheld content has reached a public site, and the rules of the proof that must catch it. */
export interface Hole {
  readonly name: string;
  readonly caughtBy: readonly (keyof typeof RULES)[];
  /** Re-opens it in a built public edition. */
  open(edition: {
    readonly dist: string;
    readonly delegates: string;
    readonly content: string;
    readonly canary: string;
  }): Promise<void>;
  /** The edition is not sealed again: the hole is in what was done to it afterwards. */
  readonly afterwards?: boolean;
}

const take =
  (name: string) =>
  async ({ dist, delegates }: { dist: string; delegates: string }) => {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await cp(join(delegates, name), join(dist, name), { recursive: true });
  };

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

const LIMITE = 'documents/st-2001-2020-init/index.html';

export const HOLES: readonly Hole[] = [
  {
    name: 'a page of the other edition, from a cache that both share',
    caughtBy: ['WITHHELD', 'EDITION'],
    open: take(LIMITE),
  },
  {
    name: 'a page of an entry that this edition does not show',
    caughtBy: ['UNEXPECTED', 'WITHHELD'],
    async open({ dist, delegates }) {
      const [page = ''] = filesBelow(delegates).filter((name) => /^operations\/zq\w+\/index\.html$/.test(name));
      await take(page)({ dist, delegates });
    },
  },
  {
    name: 'an unfiltered data file',
    caughtBy: ['WITHHELD'],
    async open({ dist, delegates }) {
      const data = filesBelow(delegates).filter((name) => /^data\/.*actions.*\.(?:json|csv)$/.test(name));
      if (data.length === 0) throw new Error('the edition has no data of its actions');
      for (const name of data) await take(name)({ dist, delegates });
    },
  },
  { name: 'unfiltered lines of data', caughtBy: ['WITHHELD'], open: take('data/archive.jsonl') },
  { name: 'an unfiltered table', caughtBy: ['WITHHELD'], open: take('data/csv/entries.csv') },
  { name: 'an unfiltered RDF graph', caughtBy: ['WITHHELD'], open: take('data/graph.ttl') },
  { name: 'an unfiltered graph', caughtBy: ['WITHHELD'], open: take('data/graph.json') },
  { name: 'an unfiltered list for the search', caughtBy: ['WITHHELD'], open: take('search/entries.json') },
  {
    name: 'a feed that nobody foresaw',
    caughtBy: ['UNEXPECTED'],
    open: ({ dist }) => writeFile(join(dist, 'feed.xml'), '<feed/>'),
  },
  {
    name: 'texts that an earlier index left in the folder',
    caughtBy: ['UNEXPECTED', 'WITHHELD'],
    async open({ dist, delegates }) {
      for (const name of filesBelow(join(delegates, 'pagefind/texts')))
        await take(`pagefind/texts/${name}`)({ dist, delegates });
    },
  },
  { name: 'the index of the other edition', caughtBy: ['WITHHELD', 'INDEX'], open: take('pagefind') },
  {
    name: 'index words of pages that are not there',
    caughtBy: ['INDEX', 'UNEXPECTED'],
    async open({ dist, delegates }) {
      for (const name of filesBelow(join(delegates, 'pagefind/index')))
        await take(`pagefind/index/${name}`)({ dist, delegates });
    },
  },
  {
    name: 'source maps',
    caughtBy: ['SOURCE-MAP', 'UNEXPECTED'],
    async open({ dist }) {
      const [style = ''] = filesBelow(dist).filter((name) => name.endsWith('.css'));
      await edit(join(dist, style), (text) => `${text}\n/*# sourceMappingURL=x.css.map */`);
      await writeFile(join(dist, `${style}.map`), '{"version":3,"sourcesContent":[]}');
    },
  },
  {
    name: 'a source map inside a file',
    caughtBy: ['SOURCE-MAP'],
    async open({ dist }) {
      const [style = ''] = filesBelow(dist).filter((name) => name.endsWith('.css'));
      const map = Buffer.from('{"version":3,"sourcesContent":["secret"]}').toString('base64');
      await edit(join(dist, style), (text) => `${text}\n/* data:application/json;base64,${map} */`);
    },
  },
  {
    name: 'a file dropped into public/',
    caughtBy: ['UNEXPECTED'],
    open: ({ dist }) => writeFile(join(dist, 'notes.txt'), 'x'),
  },
  { name: 'a hidden file', caughtBy: ['UNEXPECTED'], open: ({ dist }) => writeFile(join(dist, '.DS_Store'), 'x') },
  {
    name: 'a withheld picture that a page shows',
    caughtBy: ['UNEXPECTED', 'WITHHELD'],
    async open({ dist, content }) {
      await cp(join(content, 'files/secret.png'), join(dist, 'files/secret.png'));
      await edit(join(dist, 'index.html'), (text) => text.replace('</main>', '<img src="/files/secret.png"></main>'));
    },
  },
  {
    name: 'a picture with its metadata',
    caughtBy: ['WITHHELD'],
    open: ({ dist, content }) => cp(join(content, 'files/open.png'), join(dist, 'files/open.png')),
  },
  {
    name: 'an asset that no page refers to',
    caughtBy: ['UNEXPECTED'],
    open: ({ dist }) => writeFile(join(dist, '_astro/picture.Ab12Cd34.png'), 'x'),
  },
  {
    name: 'withheld words in a comment of a page, escaped',
    caughtBy: ['WITHHELD'],
    open: ({ dist, canary }) =>
      edit(join(dist, 'index.html'), (text) =>
        text.replace('</main>', `<!-- ${[...canary].map((c) => `&#${c.charCodeAt(0)};`).join('')} --></main>`),
      ),
  },
  {
    name: 'withheld words in packed data of a page',
    caughtBy: ['WITHHELD'],
    open: ({ dist, canary }) =>
      edit(join(dist, 'index.html'), (text) =>
        text.replace('</main>', `<p data-x="${gzipSync(`words ${canary}`).toString('base64')}"></p></main>`),
      ),
  },
  {
    name: 'a file that bears a withheld name',
    caughtBy: ['WITHHELD', 'UNEXPECTED'],
    open: ({ dist, canary }) =>
      rename(join(dist, 'favicon.svg'), join(dist, `${canary}.svg`)).catch(() =>
        rename(join(dist, 'logo.svg'), join(dist, `${canary}.svg`)),
      ),
  },
  {
    name: 'a redirect from a withheld title',
    caughtBy: ['UNEXPECTED', 'WITHHELD'],
    async open({ dist, canary }) {
      await mkdir(join(dist, canary));
      await writeFile(join(dist, canary, 'index.html'), '<meta http-equiv="refresh" content="0;url=/">');
    },
  },
  {
    name: 'withheld words in a script',
    caughtBy: ['WITHHELD'],
    async open({ dist, canary }) {
      const [script = ''] = filesBelow(dist).filter((name) => name.endsWith('.js'));
      await edit(
        join(dist, script),
        (text) => `${text};"${[...canary].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')}"`,
      );
    },
  },
  { name: 'the checksums of the other edition', caughtBy: ['SEAL'], open: take('manifest.json'), afterwards: true },
  {
    name: 'a page changed after it was sealed',
    caughtBy: ['SEAL'],
    open: ({ dist }) => edit(join(dist, 'index.html'), (text) => `${text} `),
    afterwards: true,
  },
  { name: 'a page that was not built', caughtBy: ['MISSING'], open: ({ dist }) => rm(join(dist, LIMITE)) },
];
