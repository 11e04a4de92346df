import type { ExampleLanguage } from './highlight.ts';

/** A step of "Add a document in five minutes"; a test takes them one after the other, as they stand. */
export interface Step {
  readonly title: string;
  readonly text: string;
  readonly example?: {
    readonly language: ExampleLanguage;
    readonly code: string;
    /** Where the example is the whole text of a file, its place below `content/`. */
    readonly file?: string;
  };
  /** What to look for before going on. */
  readonly next?: string;
}

/** The invented document that the steps add. */
export const EXAMPLE = { number: '6120/20', id: 'ST-6120-2020-INIT', pdf: 'oars.pdf' } as const;

const file = `documents/${EXAMPLE.id.toLowerCase()}.md`;

/** The example’s record as the import writes it. */
const RECORD = `number: ${EXAMPLE.number}
title: Oars
date: 2020-03-03
kind: NOTE
from: Presidency
to: Delegations
marking: LIMITE
access:
  status: limite
codes:
  - ENFOCUSTOM 31
originalLanguage: en
pages: 1`;

export const FIVE_MINUTES: readonly Step[] = [
  {
    title: 'Import the file',
    text: 'A PDF, a Word file (.docx), a saved web page or plain text will do. Its official text goes to content/texts/, which is not published with the source code; a record with what the first page says goes to content/documents/. Open a terminal in the folder of the archive, the one that holds content/, and put the path of your file in place of the example’s, in quotation marks if it has spaces.',
    example: { language: 'shellscript', code: `npm run import -- ${EXAMPLE.pdf}` },
    next: 'Read the lines below: "unsure" is a guess of the import, to be compared with the document; "left out" is what the file hid from readers, and needs nothing from you. A document that bears a classification marking is refused, and nothing of it is kept: hand it back to your registry.',
  },
  {
    title: 'Look the record over',
    text: `Open content/${file} beside the first page of the document. Every field but pages, which were counted, and access is printed there: compare them one by one; an earlier document stands under previous by its id, 10247/23 as ST-10247-2023-INIT. Where the document bears no date, there is no field for it. Add what ties it to the rest of the archive if you know it: workingParty, meeting, and topics as a list. Their ids are the names of the files in content/working-parties, content/meetings and content/topics, without the ending.`,
    example: {
      language: 'yaml',
      code: RECORD,
    },
    next: 'The field access decides who sees the document: public, partial, limite, reference-only or declassified. What has none is shown to nobody. The import writes limite where it finds that marking, partial where the document says that it is accessible in part, and public where it finds neither: that one is a guess. The Council’s register says which documents it gives out; while in doubt, write limite.',
  },
  {
    title: 'Write the précis',
    text: 'Below the fields, in your own words, under the headings and numbers of the document: a sentence or two for each of its paragraphs. Ten words in a row that also stand in the document are too many. Paragraphs keep the numbers of the document, as sources and citations go by them; tables and footnotes may go into your sentences. References and abbreviations become links by themselves where the archive knows what they mean.',
    example: {
      language: 'markdown',
      file,
      code: `---
${RECORD}
---

## 1. Length

1. Oars had grown too long for the boats.

## 2. Next steps

1. Delegations were asked for comments by the end of April.
`,
    },
    next: 'A paragraph is cited by its number: the first one here is ST-6120-2020-INIT#1-1. A heading without a number is cited by its words (#annex), a printed page as #page-2.',
  },
  {
    title: 'Check',
    text: 'The check names every problem of every file with its line and says how to mend it. What can only be meant in one way it mends by itself.',
    example: { language: 'shellscript', code: 'npm run check -- --fix' },
    next: 'Each code it prints has a page in this handbook. What is to be mended stands behind the arrow, commands as they can be typed: an earlier document or version that the archive has no record of is noted so; where you do not know its title, its number will do.',
  },
  {
    title: 'See the page',
    text: 'Open the address that this prints; the page appears as you write, and a problem of the content is shown over it until it is mended. Ctrl+C ends it.',
    example: { language: 'shellscript', code: 'npm run dev' },
    next: 'The newest documents are on the home page; any other is found in the list Documents. Hand the files below content/documents/ on to whoever keeps the archive; content/texts/ stays on this machine.',
  },
];

/** How a record says what its sources say, and no more. */
export const ONLY_WHAT_IS_KNOWN: readonly (readonly [title: string, text: string])[] = [
  [
    'A source can be opened',
    'source names a document with its place (ST-10784-2015-INIT#4-p2), an act by its id, register:ST-11984-2013-INIT for what the Council’s register says of a document, or a press release or web page by its id in sources.yaml. An act that is printed in the Official Journal may write official-journal, a term of the glossary that we explain ourselves general-knowledge.',
  ],
  [
    'What is planned is not reported',
    'An event, a date or a link that its source only looks ahead to gets mode: planned. The check refuses a reported event that is later than one of its sources.',
  ],
  [
    'What we conclude is marked',
    'inferred says why we conclude a fact from its sources. It is shown only where all of them are open. An inferred period goes into no calendar and no table.',
  ],
  [
    'A title of ours is marked',
    'titleBy: archive in a document or act, by: archive beside the value elsewhere; every page and citation then prints it in square brackets.',
  ],
  [
    'No date is made up',
    'Leave date out where no source gives one. A document then stands in the year of its number, and an event about one document takes that document’s date. A figure has asOf; it is no event.',
  ],
  [
    'Our words are not a citation',
    'A text cites what its précis or official text names. What a note of ours names is listed as mentioned; previous, transmits, supersedes and the like are fields of their own. Where a source does not say which of several actions a recommendation comes from, write fromEither.',
  ],
];

/** Other things editors do, each in one command. */
export const ERRANDS: readonly (readonly [what: string, command: string])[] = [
  ['Get a public document from the Council’s register and import it', 'npm run fetch -- ST-13944-2022-INIT'],
  ['See what others cite and the archive does not hold', 'npm run wanted'],
  ['Add an action', 'npm run new -- action 7.4 plan=ccwp-7 title="Oars" --source ST-10784-2015-INIT#4'],
  ['Add a meeting', 'npm run new -- meeting 2015-07-09-ccwp --source ST-10784-2015-INIT#header'],
  ['See what the check would mend by itself', 'npm run check -- --fix --dry-run'],
];
