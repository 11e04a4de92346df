import { createHash, hash } from 'node:crypto';
import type { Edition } from '../editions.ts';
import { chunksOf, wholeOf } from './chunks.ts';
import { readingsOf } from './decode.ts';
import { leadsTo, TEXTS } from './leads-to.ts';
import type { Needles } from './needles.ts';
import type { Finding } from './rules.ts';
import type { Seen } from './seen.ts';

/** What was found in one file. */
export interface FileScan {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly readings: number;
  readonly findings: readonly Finding[];
  /** Names of assets, or the address of a page: see `leadsTo`. */
  readonly leadsTo: readonly string[];
}

export interface ScanInput {
  readonly needles: Needles;
  readonly edition: Edition;
  /** Hashes of files that were found sound already, with the same needles by the same program. */
  readonly proven: ReadonlySet<string>;
  readonly seen: Seen;
}

/** Reads a file in every way, and looks for what must not be in it. */
export function scanFile(file: string, data: Uint8Array, input: ScanInput): FileScan {
  const sha256 = hash('sha256', data);
  const known = { file, sha256, bytes: data.length };
  try {
    const leads = leadsTo(file, data);
    // The same bytes under another kind of name would be looked at in another way.
    if (input.proven.has(provenKey(file, sha256))) return { ...known, readings: 0, findings: [], leadsTo: leads };
    const { readings, findings } = read(file, [data], input);
    if (file.endsWith('.html')) findings.push(...pageFindings(file, new TextDecoder().decode(data), input.edition));
    return { ...known, readings, findings, leadsTo: leads };
  } catch (error) {
    return { ...known, readings: 0, findings: [unreadable(file, error)], leadsTo: [] };
  }
}

/** The same for a list that is too long to be in memory. */
export function scanList(file: string, path: string, input: ScanInput): FileScan {
  const sum = createHash('sha256');
  let bytes = 0;
  for (const chunk of wholeOf(path)) {
    sum.update(chunk);
    bytes += chunk.length;
  }
  const sha256 = sum.digest('hex');
  const known = { file, sha256, bytes, leadsTo: [] };
  if (input.proven.has(provenKey(file, sha256))) return { ...known, readings: 0, findings: [] };
  return { ...known, ...read(file, chunksOf(path), input) };
}

function read(file: string, parts: Iterable<Uint8Array>, { needles, seen }: ScanInput) {
  const findings: Finding[] = [];
  let readings = 0;
  const told = new Set<string>();
  const tell = (rule: Finding['rule'], key: string, message: string) => {
    if (told.has(key)) return;
    told.add(key);
    findings.push({ rule, file, message });
  };
  // A page of the search index has all of its text in a row; the page itself is read as it is.
  const flat = TEXTS.test(file);
  try {
    for (const part of parts) {
      for (const { how, text } of readingsOf(part, seen)) {
        readings++;
        for (const { needle, origin } of needles.in(text, flat)) {
          tell('WITHHELD', needle, `as ${how} it holds "${needle}" (${origin})`);
        }
        if (/[#@] ?sourceMappingURL=|"sourcesContent"/.test(text)) {
          tell('SOURCE-MAP', 'source map', `as ${how} it leads to or holds a source map`);
        }
      }
    }
  } catch (error) {
    findings.push(unreadable(file, error));
  }
  if (file.endsWith('.map')) findings.push({ rule: 'SOURCE-MAP', file, message: 'this is a source map' });
  return { readings, findings };
}

const unreadable = (file: string, error: unknown): Finding => ({ rule: 'UNREADABLE', file, message: String(error) });

/** What a file is known by that was found sound: its bytes, and whether it is looked at as a page. */
export function provenKey(file: string, sha256: string): string {
  return `${sha256}${/\.[a-z0-9_]+$/.exec(file)?.[0] ?? ''}`;
}

function* pageFindings(file: string, html: string, edition: Edition): Iterable<Finding> {
  const banners = html.match(/(?<= data-edition=")[^"]*(?=")/g) ?? [];
  // A page that only says where another has gone bears none.
  const standsIn = banners.length === 0 && html.includes('<meta name="robots" content="noindex">');
  if (!standsIn && (banners.length !== 1 || banners[0] !== edition))
    yield { rule: 'EDITION', file, message: `its banners name ${banners.join(', ') || 'no edition'}` };
  const policies = html.split('<meta http-equiv="content-security-policy"').length - 1;
  if (policies !== 1) yield { rule: 'POLICY', file, message: `it has ${policies} policies` };
}
