import type { Edition } from '../edition/editions.ts';
import type { Finding } from './report.ts';

/** What is wrong with a page as a page of its edition. */
export function* pageFindings(file: string, html: string, edition: Edition): Iterable<Finding> {
  const banners = Array.from(html.matchAll(/ data-edition="([^"]*)"/g), ([, name]) => name);
  const onlyRefersOn = banners.length === 0 && html.includes('<meta name="robots" content="noindex">');
  if (!onlyRefersOn && (banners.length !== 1 || banners[0] !== edition))
    yield { rule: 'EDITION', file, message: `its banners name ${banners.join(', ') || 'no edition'}` };
  const policies = html.match(/<meta\s+http-equiv="?content-security-policy/gi) ?? [];
  if (policies.length !== 1) yield { rule: 'POLICY', file, message: `it has ${policies.length} policies` };
}
