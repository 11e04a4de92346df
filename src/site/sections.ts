import { collections } from '../archive/collections.ts';
import { INTRODUCTIONS, LISTED } from './listed.ts';

/** A page of the site that is no entry: what menus call it, and what readers look for who want it. */
export interface Section {
  readonly address: string;
  readonly title: string;
  readonly asked: readonly string[];
  /** What it holds; none where the page has words enough of its own. */
  readonly text?: string;
}

const ASKED: Partial<Record<(typeof LISTED)[number], readonly string[]>> = {
  documents: ['documents by date', 'council documents', 'papers'],
  actions: ['actions by plan', 'points of 1997'],
  'action-plans': ['plans', 'work programmes'],
  'working-parties': ['working groups', 'council bodies', 'committees'],
  meetings: ['meetings by date', 'calendar of meetings'],
  operations: ['joint operations and exercises', 'programmes', 'projects'],
  organisations: ['agencies', 'bodies', 'institutions', 'networks'],
  systems: ['information systems', 'databases', 'IT systems'],
  topics: ['themes', 'subjects', 'browse by topic'],
  acts: ['legal acts', 'legislation', 'laws', 'resolutions', 'regulations', 'conventions', 'legal basis'],
  presidencies: ['presidencies of the Council', 'trios', 'list of presidencies'],
  recommendations: ['follow-up'],
};

/** Every page that menus lead to, in their order. */
export const SECTIONS: readonly Section[] = [
  {
    address: '/guide/',
    title: 'Guide',
    text: 'From “what is this?” to reading a Council document alone, step by step.',
    asked: [
      'getting started',
      'introduction',
      'beginners',
      'newcomers',
      'start here',
      'how to start',
      'help',
      'tutorial',
    ],
  },
  ...LISTED.map((collection): Section => {
    const [first = '', ...others] = collections[collection].plural;
    const title = collection === 'systems' ? 'Systems' : first.toUpperCase() + others.join('');
    return { address: `/${collection}/`, title, text: INTRODUCTIONS[collection], asked: ASKED[collection] ?? [] };
  }),
  {
    address: '/glossary/',
    title: 'Glossary',
    text: 'The acronyms and terms of art of the documents, each in one plain sentence.',
    asked: ['acronyms', 'abbreviations', 'terms', 'definitions', 'dictionary', 'vocabulary', 'jargon'],
  },
  {
    address: '/timeline/',
    title: 'Timeline',
    text: 'Everything dated in the archive on one line: presidencies, working parties, strategies, plans, meetings, documents.',
    asked: ['chronology', 'history', 'calendar', 'events by date', 'what happened when'],
  },
  {
    address: '/cited/',
    title: 'Cited, not held',
    text: 'Documents and acts that the archive’s documents cite and that it does not hold.',
    asked: ['missing documents', 'documents not held', 'cited documents', 'not in the archive'],
  },
  {
    address: '/about/',
    title: 'About',
    asked: [
      ...['contact', 'about this archive', 'about this site', 'who made this', 'who runs this', 'imprint', 'feedback'],
      ...[
        'report an error',
        'corrections',
        'sources',
        'how to cite',
        'how to cite this archive',
        'citation',
        'copyright',
        'licence',
        'privacy',
      ],
    ],
  },
  {
    address: '/about/access/',
    title: 'Markings and access',
    asked: [
      ...[
        'access',
        'access to documents',
        'how to ask for access',
        'request access',
        'request a document',
        'public access',
      ],
      ...['documents that are not public', 'limite documents', 'restricted documents', 'secret documents', 'withheld'],
      ...['declassified documents', 'freedom of information request', 'why is part of a document missing', 'redacted'],
    ],
  },
  {
    address: '/about/subject-codes/',
    title: 'Subject codes',
    text: 'What the subject codes in the headers of documents stand for.',
    asked: ['codes', 'list of codes'],
  },
  {
    address: '/about/numbers/',
    title: 'The archive in numbers',
    text: 'How many documents, actions and meetings the archive holds, by year and kind.',
    asked: ['numbers', 'statistics', 'figures', 'how many documents', 'size of the archive'],
  },
  {
    address: '/about/lineages/',
    title: 'Lineages',
    text: 'Which action, strategy, resolution and working party followed which.',
    asked: ['lineage', 'predecessors and successors', 'what followed what', 'history of actions'],
  },
  {
    address: '/my-file/',
    title: 'My file',
    asked: ['bookmarks', 'saved documents', 'favourites', 'my list', 'collect'],
  },
  {
    address: '/data/',
    title: 'Data',
    asked: [
      'open data',
      'download the data',
      'csv',
      'json',
      'spreadsheet',
      'excel',
      'api',
      'rss',
      'feeds',
      'news feed',
      'ebook',
    ],
  },
  {
    address: '/offline/',
    title: 'Offline',
    asked: [
      'download the archive',
      'usb stick',
      'without internet',
      'use offline',
      'zip',
      'copy of the archive',
      'verify',
    ],
  },
  {
    address: '/handbook/',
    title: 'Handbook for editors',
    text: 'How to add a document, correct a record and build the archive.',
    asked: ['handbook', 'editors', 'contribute', 'add a document', 'how to edit', 'fields'],
  },
  {
    address: '/search/',
    title: 'Search',
    text: 'What can be typed into the search: numbers, names, dates, questions, phrases.',
    asked: ['search help', 'how to search', 'search tips', 'advanced search', 'operators'],
  },
];

/** Sections by their addresses, in that order, for a menu. */
export const sectionsAt = (...addresses: readonly string[]): Section[] =>
  addresses.flatMap((address) => SECTIONS.find((one) => one.address === address) ?? []);
