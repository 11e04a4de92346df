import { phrase, sentence } from '../prose.ts';
import type { Random } from '../random.ts';
import { dateOf } from './calendar.ts';
import type { Citation } from './citations.ts';
import type { RegisterDocument } from './register.ts';

export interface BodyOptions {
  readonly document: RegisterDocument;
  /** Bytes, about. */
  readonly length: number;
  readonly citations: readonly Citation[];
  /** Whether the pages of the printed document are marked, as in official texts. */
  readonly pages: boolean;
}

const PAGE = 2500;
const REASONS = ['Article 4(1)(a), public security', 'personal data', 'not assessed'];
const CITING = ['See', 'This follows', 'As agreed in', 'Delegations recalled', 'The basis is'];

/** The Markdown of a document: numbered sections of numbered paragraphs, tables, what is withheld in part. */
export function body(random: Random, options: BodyOptions): string {
  const { document, length, citations, pages } = options;
  const { sections, status } = document;
  let text = '';
  for (let n = 1; n <= sections; n++) {
    const page = Math.ceil(text.length / PAGE) + 1;
    if (pages) text += `::page[${page}]\n\n`;
    text += `## ${n}. ${phrase(random, random.int(2, 6))}\n\n${paragraph(random, document)}\n\n`;
    const [from, to] = [((n - 1) * citations.length) / sections, (n * citations.length) / sections].map(Math.floor);
    const rest = sectionText(random, document, length / sections, citations.slice(from, to));
    const withheld = status === 'partial' && n === sections;
    text += withheld ? `${withholding(random, document, page)}\n${rest}\n:::\n\n` : `${rest}\n\n`;
  }
  return text;
}

function sectionText(
  random: Random,
  document: RegisterDocument,
  length: number,
  citations: readonly Citation[],
): string {
  const numbered = random.chance(0.6);
  const paragraphs: string[] = [];
  for (let [at, bytes] = [0, 0]; at === 0 || bytes < length - 300; at++) {
    const cited = citations[at];
    const text = [paragraph(random, document), ...(cited ? [citing(random, cited)] : [])].join(' ');
    paragraphs.push(numbered ? `${at + 1}. ${text}` : text);
    bytes += text.length;
  }
  const left = citations.slice(paragraphs.length).map((one) => citing(random, one));
  const parts = [paragraphs.join(numbered ? '\n' : '\n\n'), ...(left.length > 0 ? [left.join(' ')] : [])];
  if (random.chance(0.08)) parts.push(table(random));
  return parts.join('\n\n');
}

function paragraph(random: Random, { family }: RegisterDocument): string {
  const sentences = Array.from({ length: random.int(1, 5) }, () => sentence(random));
  if (random.chance(0.25)) {
    const term = random.pickEarly(family.terms).abbreviation;
    sentences.push(`${phrase(random, random.int(1, 4))} ${term} ${sentence(random, random.int(3, 10)).toLowerCase()}`);
  }
  return sentences.join(' ');
}

const citing = (random: Random, { printed }: Citation) =>
  `${random.pick(CITING)} ${printed} on ${phrase(random, random.int(2, 5)).toLowerCase()}.`;

function table(random: Random): string {
  const row = () => `| ${phrase(random, 2)} | ${random.int(1, 2000)} | ${random.int(1, 100)} % |`;
  const rows = Array.from({ length: random.int(3, 12) }, row);
  return [`| ${phrase(random, 1)} | Cases | Share |`, '| --- | --- | --- |', ...rows].join('\n');
}

function withholding(random: Random, { day }: RegisterDocument, page: number): string {
  const decided = dateOf(day + random.int(10, 300));
  return `:::withheld{pages="${page}" decided="${decided}" reason="${random.pick(REASONS)}"}`;
}
