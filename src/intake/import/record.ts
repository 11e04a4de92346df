import { findReferences, formatReference } from '../../archive/reference/index.ts';
import { documents } from '../../archive/schema/documents.ts';
import type { Facts } from './facts.ts';
import type { Header } from './header.ts';

/** Front matter of a record stub, valid under the schema; what does not fit the schema is left out and said. */
export function recordStub(
  facts: Facts,
  header: Header,
  pages: number | null,
): { data: Record<string, unknown>; warnings: string[] } {
  const commission = findReferences(header.commission ?? '').flatMap(({ reference }) =>
    reference.kind === 'commission' ? [formatReference(reference, 'register')] : [],
  );
  const data: Record<string, unknown> = {
    number: header.number.printed,
    title: facts.subject ?? header.number.printed,
    date: facts.date,
    kind: facts.kind,
    from: facts.from,
    to: facts.to,
    marking: facts.marking,
    access: { status: facts.access?.status, ...(facts.access?.date ? { decided: facts.access.date } : {}) },
    codes: facts.subjectCodes,
    filing: header.filing,
    originalLanguage: facts.originalLanguage,
    pages,
    previous: facts.previous,
    commissionDocument: commission,
  };
  for (const [key, value] of Object.entries(data)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) delete data[key];
  }
  const warnings: string[] = [];
  const problems = documents.safeParse(data).error?.issues ?? [];
  for (const { path, message } of problems) {
    const key = String(path[0]);
    if (!(key in data)) continue;
    warnings.push(`the record leaves out "${key}" (${JSON.stringify(data[key])}): ${message}`);
    delete data[key];
  }
  return { data, warnings };
}
