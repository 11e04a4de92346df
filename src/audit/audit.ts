import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../edition/editions.ts';
import { MANIFEST } from '../edition/seal/names.ts';
import { filesBelow, sha256 } from '../lib/files.ts';
import { withheldOfEntry } from './entries.ts';
import { askOracle, type Oracle } from './oracle.ts';
import { pageFindings } from './pages.ts';
import { isKnown, nothingSeen, piecesOf, type Seen, textsOf } from './read.ts';
import { addReferences, type References, referenceFindings } from './refers.ts';
import type { AuditReport, Finding } from './report.ts';
import { sealFindings } from './seal.ts';
import { hitsOf, type Needles, needlesOf, removeOpen, type Value } from './withheld-values.ts';
import { BREAK, TAG_MARK } from './words.ts';

export interface AuditInput {
  /** The folder of a built edition. */
  readonly dist: string;
  readonly edition: Edition;
  /** The folder of all content; the static files are in `public/` beside it. */
  readonly content: string;
  /** What the site says whatever its content is: `siteTextOf` an edition that was built of empty content. */
  readonly siteText: string;
}

/** Looks through a built edition. Throws where the content cannot be read; a fault of the edition is a finding. */
export async function audit({ dist, edition, content, siteText }: AuditInput): Promise<AuditReport> {
  // From the delegates nothing is withheld.
  const nothing: Oracle = { withheld: [], facts: new Map(), words: new Map(), open: () => [] };
  const oracle = edition === 'public' ? askOracle(content) : nothing;
  const needles = needlesOf(oracle.withheld);
  for (const text of oracle.open()) removeOpen(needles, text);
  removeOpen(needles, siteText);
  const findings: Finding[] = [];
  const sums = new Map<string, string>();
  const seen = nothingSeen();
  const references: References = { paths: new Map(), names: new Set() };
  for (const file of filesBelow(dist)) {
    const bytes = readFileSync(join(dist, file));
    sums.set(file, sha256(bytes));
    try {
      findings.push(...fileFindings(file, bytes, { edition, oracle, needles, references, seen }));
    } catch (error) {
      findings.push({ rule: 'UNREADABLE', file, message: String(error) });
    }
  }
  const manifest = sums.has(MANIFEST) ? readFileSync(join(dist, MANIFEST), 'utf8') : null;
  findings.push(...referenceFindings(references, new Set(sums.keys())), ...sealFindings(manifest, edition, sums));
  const looked = new Set(needles.values.flatMap((values) => [...values.values()])).size;
  const open = needles.given - needles.common.short - needles.common.number - looked;
  const common = { ...needles.common, open };
  const unknown = [...sums.keys()].filter((file) => !isKnown(file));
  return { findings, files: sums.size, withheld: needles.given, looked, common, unknown };
}

/** All that the files of an edition say, each block of it once. */
export function siteTextOf(dist: string): string {
  const blocks = new Set<string>();
  for (const file of filesBelow(dist)) {
    for (const { text } of textsOf(file, readFileSync(join(dist, file))))
      for (const block of text.split(BREAK)) blocks.add(block);
  }
  return [...blocks].join(BREAK);
}

interface Setting {
  readonly edition: Edition;
  readonly oracle: Oracle;
  readonly needles: Needles;
  /** Takes in what the files refer to. */
  readonly references: References;
  /** See `textsOf`. */
  readonly seen: Seen;
}

function* fileFindings(
  file: string,
  bytes: Buffer,
  { edition, oracle, needles, references, seen }: Setting,
): Iterable<Finding> {
  const finding = (rule: Finding['rule'], message: string): Finding => ({ rule, file, message });
  for (const message of withheldIn(needles, file, false)) yield finding('WITHHELD', `its name says ${message}`);
  if (/\.(?:png|jpe?g|webp)$/.test(file) && METADATA.test(bytes.toString('latin1')))
    yield finding('METADATA', 'it has some');
  if (file.endsWith('.map')) yield finding('SOURCE-MAP', 'this is one');
  for (const piece of piecesOf(file, bytes)) {
    const isWhole = piece.length === bytes.length || file.endsWith('.jsonl');
    const raw = isWhole && /\.(?:html|svg|css|m?js|jsonl?)$/.test(file) ? piece.toString('utf8') : '';
    for (const read of textsOf(file, piece, seen)) {
      const { text, flat = false } = read;
      for (const message of withheldIn(needles, text, flat)) yield finding('WITHHELD', `it says ${message}`);
      for (const value of withheldOfEntry(oracle, file, raw, text))
        yield finding('WITHHELD', `it says of its entry ${quote(value.text, value)}`);
      if (text.includes('sourceMappingURL=') || text.includes('sourcesContent'))
        yield finding('SOURCE-MAP', 'it holds one, or leads to one');
      addReferences(references, file, raw, read);
    }
    if (file.endsWith('.html')) yield* pageFindings(file, raw, edition);
  }
}

/** Text, EXIF or XMP in a picture; pictures that are made from their pixels have none. */
const METADATA = /tEXt|[iz]TXt|eXIf|Exif\0|EXIF|XMP |ns\.adobe\.com/;

/** @param flat whether the blocks of a page follow upon each other in the text without a border */
function* withheldIn(needles: Needles, text: string, flat: boolean): Iterable<string> {
  const found = new Map<Value, { said: string; times: number }>();
  for (const { value, said } of hitsOf(needles, text)) {
    // The end of one block, or link, and the beginning of the next make up a value by chance, but hardly with its capitals.
    if ((flat || BETWEEN_TAGS.test(said)) && !written(value.text).includes(written(said))) continue;
    found.set(value, { said: found.get(value)?.said ?? said, times: (found.get(value)?.times ?? 0) + 1 });
  }
  for (const [value, { said, times }] of found) yield `${quote(said, value)}${times > 1 ? ` (${times} times)` : ''}`;
}

/** The end of one tag and the beginning of the next, with nothing said between. */
const BETWEEN_TAGS = new RegExp(`${TAG_MARK}\\s*${TAG_MARK}`);

const written = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';

function quote(said: string, { file, at }: Value): string {
  const words = said.replace(/\s+/g, ' ').trim();
  return `"${words.length > 120 ? `${words.slice(0, 120)}…` : words}", which is withheld: ${file}, ${at}`;
}
