import type { z } from 'zod';
import { isDate } from './date.ts';
import { asEdtfDay, type Mend, sameButForForm, slipOf } from './mend.ts';
import type { ReadCode } from './problem.ts';
import { keyOf, parseReference } from './reference/index.ts';
import { knownKeys } from './schema-walk.ts';
import type { Path } from './source-file.ts';
import { didYouMean } from './suggest.ts';

/** A finding in one record, still without its place in the file. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly path: Path;
  /** The place is that of the key, not of its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly fix: string;
  /** Where it can be mended without asking. */
  readonly mend?: Mend | undefined;
}

type SchemaFinding = Finding<ReadCode>;
type Issue = z.core.$ZodIssue;

/** What zod found, in the words of the people who write content. */
export function findingsOf(schema: z.ZodType, issues: readonly Issue[], base: Path = []): SchemaFinding[] {
  return issues.flatMap((issue) => findingsOfIssue(schema, issue, base, []));
}

/** @param outer path of the union around the issue, below `base` */
function findingsOfIssue(schema: z.ZodType, issue: Issue, base: Path, outer: Path): SchemaFinding[] {
  const own = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path: Path = [...outer, ...own];
  const at: Path = [...base, ...path];
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, knownKeys(schema, path), at));
    case 'invalid_type':
      if (issue.input === undefined) return [missing(name, path, at)];
      return [
        {
          code: 'TYPE',
          path: at,
          message: `${name} is ${kindOf(issue.input)}`,
          fix: typeFix(issue),
          mend: wantsQuotes(issue) ? { kind: 'quote' } : undefined,
        },
      ];
    case 'invalid_value':
      return [
        {
          code: 'VALUE',
          path: at,
          message: `${name} has the value ${shown(issue.input)}`,
          fix: `use one of: ${issue.values.join(', ')}${didYouMean(String(issue.input), issue.values.map(String))}`,
          mend: valueMend(sameButForForm(String(issue.input), issue.values.map(String))),
        },
      ];
    case 'invalid_union': {
      const branch = nearestBranch(issue.errors);
      if (branch.length === 0) {
        return [{ code: 'TYPE', path: at, message: `${name} is ${kindOf(issue.input)}`, fix: 'see its schema' }];
      }
      return branch.flatMap((inner) => findingsOfIssue(schema, inner, base, path));
    }
    default:
      return [valueFinding(issue, name, at)];
  }
}

/** The branch of a union that was meant: one that got past the type of the whole. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const met = branches.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
  return met ?? branches[0] ?? [];
}

const valueMend = (value: string | null): Mend | undefined => (value === null ? undefined : { kind: 'value', value });

function unknownKey(key: string, known: readonly string[], at: Path): SchemaFinding {
  const meant = sameButForForm(key, known) ?? slipOf(key, known);
  return {
    mend: meant === null ? undefined : { kind: 'key', key: meant },
    code: 'UNKNOWN-KEY',
    path: [...at, key],
    atKey: true,
    message: `"${key}" is not a field here`,
    fix: `remove it or use one of: ${known.join(', ')}${didYouMean(key, known)}`,
  };
}

function missing(name: string, path: Path, at: Path): SchemaFinding {
  const access = path.at(-1) === 'access';
  return {
    code: access ? 'ACCESS-MISSING' : 'MISSING',
    path: at,
    message: `${name} is missing`,
    fix: access ? 'add access: { status: … }; what has none is shown to nobody' : `add ${path.at(-1) ?? 'it'}: …`,
  };
}

function valueFinding(issue: Issue, name: string, at: Path): SchemaFinding {
  if (issue.message.includes('not a date')) {
    return {
      code: 'DATE',
      path: at,
      message: `${name}: ${issue.message}`,
      fix: 'write 2022-11-03, 2022-11, 2022, 2022-41 (second half) or a period with /',
      mend: valueMend(edtfDay(issue.input)),
    };
  }
  return {
    code: 'VALUE',
    path: at,
    message: `${name} has the value ${shown(issue.input)}`,
    fix: valueFix(issue),
    mend: valueMend(issue.message.includes('register form') ? registerForm(issue.input) : null),
  };
}

/** The id of a document that is named as printed. */
function registerForm(typed: unknown): string | null {
  const reference = typeof typed === 'string' ? parseReference(typed) : null;
  return reference?.kind === 'council' ? keyOf(reference) : null;
}

/** Null also where the day written so is none of the calendar. */
function edtfDay(typed: unknown): string | null {
  const day = typeof typed === 'string' ? asEdtfDay(typed) : null;
  return day !== null && isDate(day) ? day : null;
}

function valueFix(issue: Issue): string {
  if (issue.code === 'too_small') {
    const count = issue.origin === 'string' ? 'it must not be empty' : 'it needs at least one item';
    const least = `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    return issue.origin === 'number' || issue.origin === 'int' ? `it must be ${least}` : count;
  }
  // The schemas say in words what they want where a pattern alone would not tell.
  const isOwn = !issue.message.startsWith('Invalid ');
  return issue.code === 'invalid_format' && !isOwn
    ? `it must have the form ${issue.pattern ?? issue.format}`
    : issue.message;
}

/** `follows (item 2).to`: people count from 1. */
function nameOf(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? ` (item ${step + 1})` : `.${step}`));
  return steps.join('').replace(/^[. ]/, '') || 'the entry';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each item behind "- "',
  object: 'a group of fields',
};

function typeFix(issue: Issue & { code: 'invalid_type' }): string {
  return `it must be ${KINDS[issue.expected] ?? issue.expected}${wantsQuotes(issue) ? ': put it in quotes' : ''}`;
}

/** A text that YAML takes for a number or for yes and no. */
function wantsQuotes(issue: Issue & { code: 'invalid_type' }): boolean {
  return issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input);
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object'
    ? 'a group of fields'
    : `${KINDS[typeof value]?.replace('true or false', 'yes or no')}`;
}

/** A value as typed, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
