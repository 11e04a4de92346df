import { ENCODINGS } from './decode.ts';
import type { ProofReport } from './prove.ts';
import { type Finding, RULES } from './rules.ts';

/** How many findings of one rule are told in full. */
const SHOWN = 12;

/** The findings by rule, each rule with what it demands. */
export function describeFindings({ findings }: ProofReport): string {
  const byRule = new Map<Finding['rule'], Finding[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const parts = [...byRule].map(([rule, list]) => {
    const lines = list.slice(0, SHOWN).map(({ file, message }) => `  ${file}: ${message}`);
    const more = list.length > SHOWN ? [`  … and ${list.length - SHOWN} more`] : [];
    return [`${rule} ${RULES[rule]}`, ...lines, ...more].join('\n');
  });
  return `The proof failed: ${findings.length} finding${findings.length === 1 ? '' : 's'}.\n${parts.join('\n')}`;
}

/** What was looked at, in a few lines. */
export function describeProof(report: ProofReport): string {
  return [
    `${report.files} files, ${report.bytes} bytes, all of them predicted (${report.predicted} from content and routes, the rest through those).`,
    `${report.needles} runs of words and other signs of withheld content looked for in ${report.readings} readings: none found.`,
    `Encodings undone: ${ENCODINGS.join('; ')}.`,
  ].join('\n');
}
