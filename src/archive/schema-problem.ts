import type { z } from 'zod';
import { knownKeys } from './schema-walk.ts';
import type { Path } from './source-file.ts';
import { didYouMean } from './suggest.ts';

/** A finding in one record, still without its place in the file. */
export interface Finding {
  readonly code: string;
  readonly path: Path;
  /** The place is that of the key, not of its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly fix: string;
}

type Issue = z.core.$ZodIssue;

/** What zod found, in the words of the people who write content. */
export function findingsOf(schema: z.ZodType, issues: readonly Issue[], base: Path = []): Finding[] {
  return issues.flatMap((issue) => findingsOfIssue(schema, issue, base));
}

function findingsOfIssue(schema: z.ZodType, issue: Issue, base: Path): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)) as (string | number)[];
  const at: Path = [...base, ...path];
  const name = path.join('.') || 'the record';
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => ({
        code: 'UNKNOWN-KEY',
        path: [...at, key],
        atKey: true,
        message: `"${key}" is not a field here`,
        fix: `remove it or use one of: ${known.join(', ')}${didYouMean(key, known)}`,
      }));
    }
    case 'invalid_type':
      if (issue.input === undefined) {
        const access = path.at(-1) === 'access';
        return [
          {
            code: access ? 'ACCESS-MISSING' : 'MISSING',
            path: at,
            message: `${name} is missing`,
            fix: access ? 'add access: { status: … }; what has none is shown to nobody' : `add ${path.at(-1)}:`,
          },
        ];
      }
      return [
        {
          code: 'TYPE',
          path: at,
          message: `${name} is of the wrong type`,
          fix: `it must be a ${issue.expected}${quoteHint(issue)}`,
        },
      ];
    case 'invalid_value':
      return [
        {
          code: 'VALUE',
          path: at,
          message: `${name} has the value ${JSON.stringify(issue.input)}`,
          fix: `use one of: ${issue.values.join(', ')}${didYouMean(String(issue.input), issue.values.map(String))}`,
        },
      ];
    case 'invalid_union': {
      const branches = issue.errors.map((errors) => findingsOf(schema, errors, at)).filter((found) => found.length > 0);
      return (
        branches.at(-1) ?? [
          { code: 'TYPE', path: at, message: `${name} is of the wrong type`, fix: 'see the field reference' },
        ]
      );
    }
    default: {
      const isDate = issue.message.includes('not a date');
      return [
        {
          code: isDate ? 'DATE' : 'VALUE',
          path: at,
          message: isDate
            ? `${name}: ${issue.message}`
            : `${name} has the value ${JSON.stringify(issue.input)?.slice(0, 80)}`,
          fix: isDate ? 'write 2022-11-03, 2022-11, 2022, 2022-41 (second half) or a period with /' : issue.message,
        },
      ];
    }
  }
}

function quoteHint(issue: Issue): string {
  return issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    ['number', 'boolean'].includes(typeof issue.input)
    ? ': put it in quotes'
    : '';
}
