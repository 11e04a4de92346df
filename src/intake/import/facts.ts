import { findReferences, keyOf } from '../../archive/reference/index.ts';
import type { AccessStatus } from './access.ts';
import type { Header } from './header.ts';
import { withoutPageMarks } from './page-mark.ts';

/** What `--json` prints for an input; the order of the keys is part of the form. */
export interface Facts {
  /** Name of the file. */
  readonly source: string;
  readonly id: string | null;
  readonly date: string | null;
  readonly originalLanguage: string | null;
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly meetingDate: string | null;
  readonly marking: string | null;
  readonly access: { readonly status: AccessStatus; readonly date: string | null } | null;
  readonly subjectCodes: readonly string[];
  readonly previous: readonly string[];
  readonly references: readonly string[];
  readonly actions: readonly string[];
  readonly warnings: readonly string[];
  readonly refused: boolean;
  /** Only where the input could not be read. */
  readonly error?: string;
}

/**
 * The facts of a document from its header and the text of its body, page furniture gone.
 * @param limite the marking; `unseen` where it may stand in a picture of which the letters were not read, or not well
 */
export function factsOf(
  source: string,
  header: Header,
  body: string,
  limite: boolean | 'unseen',
  warnings: string[],
): Facts {
  const found = [...stretches(`${header.text}\n\n${body}`)].flatMap((text) =>
    findReferences(withoutRaised(text)).map(({ reference }) => reference),
  );
  const cited = found.filter(({ kind }) => kind !== 'action' && kind !== 'plan').map(keyOf);
  const actions = found.flatMap((r) => (r.kind === 'action' ? [`${r.plan}.${r.number}`] : []));
  return {
    source,
    id: header.id,
    date: header.date,
    originalLanguage: header.originalLanguage,
    kind: header.kind,
    from: header.from,
    to: header.to,
    subject: header.subject,
    meetingDate: header.meetingDate,
    marking: limite === true ? 'LIMITE' : null,
    access: accessOf(header, limite),
    subjectCodes: header.codes,
    previous: unique(councilKeys(header.previous ?? '')).filter((key) => key !== header.id),
    references: unique(cited).filter((key) => key !== header.id),
    actions: unique(actions),
    warnings,
    refused: false,
  };
}

/** An input of which nothing but its name, and at most its number and marking, may be said. */
export function emptyFacts(source: string, some: Partial<Facts>): Facts {
  return {
    source,
    id: null,
    date: null,
    originalLanguage: null,
    kind: null,
    from: null,
    to: null,
    subject: null,
    meetingDate: null,
    marking: null,
    access: null,
    subjectCodes: [],
    previous: [],
    references: [],
    actions: [],
    warnings: [],
    refused: false,
    ...some,
  };
}

/** Access follows the stamp of a decision, then LIMITE; the two are independent of each other (domain §3). */
function accessOf(header: Header, limite: boolean | 'unseen'): Facts['access'] {
  // Of a document whose head was not read nobody knows who may see it.
  if (header.text === '') return { status: 'limite', date: null };
  if (header.declassified) return { status: 'declassified', date: header.access?.date ?? null };
  if (header.access) return { status: header.access.status, date: header.access.date };
  return { status: limite ? 'limite' : 'public', date: null };
}

function councilKeys(text: string): string[] {
  return findReferences(text).flatMap(({ reference }) => (reference.kind === 'council' ? [keyOf(reference)] : []));
}

/** A long text in stretches that end with a line, or a word where a line is too long: so that memory stays bounded. */
function* stretches(text: string): Generator<string> {
  const most = 500_000;
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + most);
    if (end < text.length) {
      const cut = Math.max(text.lastIndexOf('\n', end), text.lastIndexOf('. ', end));
      if (cut > at + most / 2) end = cut + 1;
    }
    yield text.slice(at, end);
    at = end;
  }
}

/** Marks of footnotes cut off from the numbers they are glued to; marks of pages taken out of what they part. */
function withoutRaised(text: string): string {
  return withoutPageMarks(text).replace(/<sup>\s*\(?\d{1,3}\)?\s*<\/sup>|[⁰¹²³⁴-⁹]{1,3}/g, ' ');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
