import { COMMON } from './withheld-values.ts';

/** The rules of the audit, each with what it demands. */
export const RULES = {
  WITHHELD: 'No text of any file, and no name of one, says something that is withheld from the public.',
  MISSING: 'Every address of this site that a page, a style, a script or the search index refers to is there.',
  UNEXPECTED: 'No file is hidden, and every asset and every file of the search index is named by another file.',
  SEAL: 'Manifest and checksums name exactly these files.',
  EDITION: 'Every page has the banner of this edition, unless it only says where another has gone.',
  POLICY: 'Every page has one Content-Security-Policy.',
  'SOURCE-MAP': 'No file holds the source of the program, or leads to it.',
  METADATA: 'No picture holds anything but its pixels.',
  UNREADABLE: 'Every file can be read to its end.',
} as const;

export interface Finding {
  readonly rule: keyof typeof RULES;
  /** Below the folder of the edition. */
  readonly file: string;
  readonly message: string;
}

export interface AuditReport {
  readonly findings: readonly Finding[];
  readonly files: number;
  /** Withheld values, how many of them were looked for, and the others by the reason. */
  readonly withheld: number;
  readonly looked: number;
  readonly common: Readonly<Record<keyof typeof COMMON, number>>;
  /** Files of a kind that the audit does not know. */
  readonly unknown: readonly string[];
}

/** Findings of one rule that are printed. */
const PRINTED = 20;

/** A report in lines: what was looked for, what cannot be looked for, and the findings by rule. */
export function printReport({ findings, files, withheld, looked, common, unknown }: AuditReport): string {
  const lines = [`${files} files. Of ${withheld} withheld values ${looked} were looked for, and not:`];
  for (const [reason, count] of Object.entries(common))
    lines.push(`  ${count}: ${COMMON[reason as keyof typeof COMMON]}`);
  if (unknown.length > 0) lines.push(`Read as plain text, as their kind is not known: ${unknown.join(', ')}.`);
  for (const [rule, list] of Map.groupBy(findings, (finding) => finding.rule)) {
    lines.push(`${rule} ${RULES[rule]}`);
    for (const { file, message } of list.slice(0, PRINTED)) lines.push(`  ${file}: ${message}`);
    if (list.length > PRINTED) lines.push(`  … and ${list.length - PRINTED} more`);
  }
  return lines.concat(`${findings.length === 1 ? 'One finding' : `${findings.length || 'No'} findings`}.`).join('\n');
}
