import { audit } from '../audit/audit.ts';
import { type AuditReport, printReport } from '../audit/report.ts';
import type { Edition } from '../edition/editions.ts';
import { CommandError } from '../lib/command.ts';
import { siteText } from './site-text.ts';

/** A built edition, with what it was built from. */
export interface AuditJob {
  readonly project: string;
  readonly edition: Edition;
  readonly dist: string;
  readonly content: string;
}

/** Looks through an edition for what is withheld from its readers. */
export async function auditEdition({ project, dist, edition, content }: AuditJob, signal: AbortSignal) {
  // From the delegates nothing is withheld.
  const site = edition === 'public' ? await siteText(project, signal) : '';
  return audit({ dist, edition, content, siteText: site });
}

/** Audits an edition. Throws a `CommandError` with what it found; returns what was looked for in a few words. */
export async function requireAudit(job: AuditJob, signal: AbortSignal): Promise<string> {
  const report = await auditEdition(job, signal);
  if (report.findings.length > 0) throw new CommandError(`${printReport(report)}\nNothing was published.`);
  return summaryOf(report, job.edition);
}

function summaryOf({ files, looked }: AuditReport, edition: Edition): string {
  return edition === 'public' ? `${files} files, ${looked} withheld values looked for` : `${files} files`;
}
