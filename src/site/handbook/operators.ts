import type { ExampleLanguage } from './highlight.ts';

/** A paragraph of the handbook for operators, with what is typed or written at that point; tests run the commands. */
export interface Passage {
  readonly text: string;
  readonly example?: { readonly language: ExampleLanguage; readonly code: string };
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** How long a copy of a file counts, as the configurations in `docs/hosting/` have it too. */
export const CACHE = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' } as const;

/** Makes a release of a built edition and sets the link that a host follows. */
export const RELEASE = `release=releases/$(sha256sum dist/public/manifest.json | cut -c 1-12)
mkdir -p releases
cp -aT dist/public $release
ln -sfn $release next
mv -T next current`;

/** Loads an export into the server whose address is in $SERVER, then lets it answer. */
export const LOAD = `cd dist/opensearch-public
index=$(cat name.txt)
curl --fail -X PUT $SERVER/$index --json @index.json
for file in bulk-*.ndjson
do
  curl --fail "$SERVER/$index/_bulk?filter_path=errors" -H 'Content-Type: application/x-ndjson' --data-binary @$file
done
curl --fail -X POST $SERVER/$index/_refresh
curl --fail $SERVER/_aliases --json @aliases.json`;

export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'build',
    title: 'Build and verify',
    passages: [
      {
        text: 'An edition is a folder of files. Nothing of it runs on a server, and each edition is built from nothing but what it may show. A build ends with an audit that looks for everything withheld in every file. A folder that came from elsewhere is audited again before it is published, and says which frames of withheld entries it shows.',
        example: { language: 'shellscript', code: 'npm run build -- --edition public\nnpm run verify -- dist/public' },
      },
      {
        text: 'The same content and the same program give the same bytes, on any machine. Two builds can therefore be compared by their manifest.json alone, which has the checksum of every other file. Set ENFOCUSTOM_SITE to the address under which the archive is published: feeds, the sitemap and canonical links need it. What was set for the build is set for npm run verify too.',
        example: {
          language: 'shellscript',
          code: 'ENFOCUSTOM_SITE=https://archive.example npm run build -- --edition public',
        },
      },
      {
        text: 'An address that was once published keeps answering. After publishing, note which addresses there are, and commit the list: a later build that would lose one stops and says which.',
        example: { language: 'shellscript', code: 'npm run record -- --edition public' },
      },
    ],
  },
  {
    id: 'memory',
    title: 'Memory and time',
    passages: [
      {
        text: 'A build reads and checks the content, writes the part of it that the edition may show into .editions, and makes the edition from that alone, in one process that can read nothing else of the archive. Keep .editions as closely as the content itself: the folder of the delegates’ edition holds LIMITE material.',
      },
      {
        text: 'How much time and memory a build of your size takes, on your machine, is measured on a generated archive, in folders that are deleted afterwards.',
        example: { language: 'shellscript', code: 'npm run bench -- --documents 1000' },
      },
    ],
  },
  {
    id: 'publish',
    title: 'Publish, switch, roll back',
    passages: [
      {
        text: 'Never copy a new edition over the one that is being read: for a while readers would get pages of one and scripts of the other. Give each build a folder of its own that is never written to again, and let the host read through a link. Switching is one renaming, which either has happened or has not.',
        example: { language: 'shellscript', code: RELEASE },
      },
      {
        text: 'Rolling back is the same step with the name of an earlier release in place of the new one. Keep the releases that you may want to return to, and delete the others by hand. A release of the public edition may turn out to show what it should not have: then roll forward to a corrected one and delete the old release, its copies and its logs, because a link that points elsewhere takes nothing away.',
      },
      {
        text: 'Configurations for nginx and Caddy that serve an edition as it wants to be served lie in docs/hosting/, with a list of what any other host must do. Tests serve the editions with both.',
      },
    ],
  },
  {
    id: 'object-storage',
    title: 'Object storage behind a CDN',
    passages: [
      {
        text: 'Upload each release below a prefix of its own, and let the CDN’s origin path say which prefix is read. The switch is a change of that one setting, and so is the way back; no object is ever overwritten.',
      },
      {
        text: `Some names hold a hash of their content and never mean anything else: everything in _astro/, and in pagefind/ the folders texts/ and index/, also where they lie below a number. Serve those with the header Cache-Control: ${CACHE.hashed}. Everything else keeps its name when it changes: serve it with Cache-Control: ${CACHE.other}. The CDN may store such a file, but asks whether it is still the same one, and storage answers by the object’s ETag without sending it again; so a switch needs no purge.`,
      },
      {
        text: 'A page that a reader opened before the switch may ask for its scripts after it. Put the files of _astro/ and pagefind/ that have hashes in their names under a second prefix that all releases share, which only grows, and let the CDN read those two paths there.',
      },
      {
        text: 'Object storage knows neither folders nor error pages. Let the CDN turn an address that ends with a slash into the index.html below it, lead one without a slash and without an ending to the one with the slash, and answer what is not there with 404.html and the status 404. Set the content types at the upload, with the character set UTF-8 for text: application/manifest+json for .webmanifest, application/octet-stream for what the CDN does not know. Send the headers that stand in the file _headers with every answer.',
      },
      {
        text: 'The delegates’ edition does not belong on a CDN. Its headers forbid that anything between the host and the reader stores it; serve it from a name of its own, to who has proved who they are.',
      },
      {
        text: 'In any copy, wherever it lies, this finds what differs from what was built. It prints nothing where nothing does.',
        example: { language: 'shellscript', code: 'sha256sum --check --quiet SHA256SUMS' },
      },
    ],
  },
  {
    id: 'search',
    title: 'When to hand search to a server',
    passages: [
      {
        text: 'The search of the archive runs in the reader’s browser: nobody learns what is looked for, it works offline and from a folder, and there is nothing to keep running. It loads only the parts of the index that a query needs. Stay with it as long as you can. Reasons to hand it to a server are that readers on slow lines or weak devices wait for the first result as the archive grows, that words on very many pages must count instead of being left out, or that other systems are to search the archive as well.',
      },
      {
        text: 'The price: a server to be kept, patched and watched, and readers who must trust whoever runs it with what they type. The search page says so.',
      },
      {
        text: 'The export writes what OpenSearch needs, from a built edition and nothing else, so that nothing can be found that the edition does not show: settings and mapping with the analysers, stop words and synonyms of our own search, and the records in files for the bulk interface. It refuses an edition whose files are not those of its build.',
        example: { language: 'shellscript', code: 'npm run export -- opensearch --edition public' },
      },
      {
        text: 'Load it into an index of its own; its name changes with what it holds. Each file of records must be answered with "errors":false. The last step lets the new index answer in place of the old one, at once. Rolling back is that step alone, with the file aliases.json of an earlier export whose index is still there.',
        example: { language: 'shellscript', code: LOAD },
      },
      {
        text: 'Then build the edition for that server and publish both together. ENFOCUSTOM_SEARCH is the address of the server without the name of an index: each edition asks for its own, enfocustom-public or enfocustom-delegates, and pages are allowed to connect there and nowhere else. Where the server cannot be reached, as in a copy that is kept for reading offline, the edition’s own index answers; a copy from a folder never asks a server.',
        example: {
          language: 'shellscript',
          code: 'ENFOCUSTOM_SEARCH=https://archive.example/find npm run build -- --edition public',
        },
      },
      {
        text: 'Readers must be able to search one index and to do nothing else. The configuration docs/hosting/search.nginx.conf lets exactly that through, from the archive’s own address, so that no rules for foreign origins are needed. Limit how often one reader may ask, switch scripts off in the server (script.allowed_types: none), and never let its own port be reached from outside. The index of the delegates’ edition holds LIMITE material: keep it on a server of its own, behind the same door as the edition.',
      },
    ],
  },
];
