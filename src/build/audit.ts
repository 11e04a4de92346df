import { audit } from '../audit/audit.ts';
import { type AuditReport, printReport } from '../audit/report.ts';
import type { Edition } from '../edition/editions.ts';
import { CommandError } from '../pipeline/command.ts';

/** A built edition, with what it was built from. */
export interface AuditJob {
  readonly project: string;
  readonly edition: Edition;
  readonly dist: string;
  readonly content: string;
}

/** Looks through an edition for what is withheld from its readers. */
export async function auditEdition({ dist, edition, content }: AuditJob): Promise<AuditReport> {
  return audit({ dist, edition, content, siteText: '' });
}

/** Audits an edition. Throws a `CommandError` with what it found; returns what was looked for in a few words. */
export async function requireAudit(job: AuditJob): Promise<string> {
  const report = await auditEdition(job);
  if (report.findings.length > 0) throw new CommandError(`${printReport(report)}\nNothing was published.`);
  return `${report.files} files, ${report.looked} withheld values looked for`;
}
