import { policyOf } from '../../edition/security/policy.ts';
import { escapeXml } from '../web.ts';

/** Words and a link: such a page needs nothing. */
const POLICY = policyOf({ scripts: new Set(), styles: new Set(), search: false });

/** A page that stands where another was: it says where to go, and sends nobody there by itself. */
function page(title: string, words: string, canonical: string | null): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(title)} · Enfocustom</title>
${canonical === null ? '' : `<link rel="canonical" href="${escapeXml(canonical)}">\n`}</head>
<body>
<main>
<h1>${escapeXml(title)}</h1>
${words}
<p><a href="/">Enfocustom</a></p>
</main>
</body>
</html>
`;
}

interface Moved {
  readonly to: string;
  /** What the page there is called, where that is known. */
  readonly label: string | null;
  readonly site: string | null;
}

export function movedPage({ to, label, site }: Moved): string {
  const words = `<p>This page is at <a href="${escapeXml(to)}">${escapeXml(label ?? to)}</a>.</p>`;
  return page(label ?? 'This page has moved', words, (site ?? '') + to);
}

interface Gone {
  readonly address: string;
  /** Null where this edition is not to be told. */
  readonly reason: string | null;
}

export function gonePage({ address, reason }: Gone): string {
  const why = reason === null ? 'This edition does not show it any longer.' : reason;
  const words = `<p>The archive had a page at <code>${escapeXml(address)}</code>.</p>\n<p>${escapeXml(why)}</p>`;
  return page('This page is gone', words, null);
}
