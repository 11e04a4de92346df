import type { Entry } from '../../archive/collections.ts';
import type { Rule } from '../rule.ts';

export const versionBase: Rule = {
  code: 'BASE',
  contract:
    'A revision, addendum or corrigendum that is held has its base in the archive, or names an earlier version as previous.',
  *check({ content }) {
    const documents = content.entries.filter((entry): entry is Entry<'documents'> => entry.collection === 'documents');
    const versions = new Map<string, Set<string>>();
    const faulty = content.faulty.flatMap(({ collection, id }) => (collection === 'documents' && id ? [id] : []));
    for (const id of [...documents.map((entry) => entry.id), ...faulty]) {
      const { stem, suffix } = splitId(id);
      versions.set(stem, (versions.get(stem) ?? new Set()).add(suffix));
    }
    for (const entry of documents) {
      const { stem, suffix } = splitId(entry.id);
      if (suffix === 'INIT') continue;
      const zero = /-0(-|$)/.test(suffix);
      const known = versions.get(stem) ?? new Set();
      const based = [...known].some((other) => other !== suffix && isBaseOf(other, suffix));
      const held = entry.record.access.status !== 'reference-only';
      if (!zero && (based || !held)) continue;
      yield {
        entry,
        message: zero ? `${suffix} cannot be: counting starts at 1` : `no base of ${entry.id} is in the archive`,
        fix: zero
          ? 'correct the file name'
          : `add a record for it (npm run new -- document ${stem}-INIT title="…" access.status=reference-only source=${entry.id}#header), or correct the file name`,
      };
    }
  },
};

function splitId(id: string): { stem: string; suffix: string } {
  const match = /^(.*?-\d+-\d{4})-(.+)$/.exec(id);
  return { stem: match?.[1] ?? id, suffix: match?.[2] ?? 'INIT' };
}

/** INIT is the base of all; REV-1 of REV-2 and of REV-1-COR-1. */
function isBaseOf(base: string, suffix: string): boolean {
  if (base === 'INIT' || suffix.startsWith(`${base}-`)) return true;
  const [kind, n] = [suffix.slice(0, 3), Number(suffix.slice(4))];
  return base.startsWith(kind) && Number(base.slice(4)) < n;
}
