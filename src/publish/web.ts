import type { ExportContext } from './context.ts';
import { type PlannedFile, planned } from './plan.ts';

/** Files for search engines and browsers. What needs absolute addresses is left out where the archive has none. */
export function webPlan({ site, edition }: ExportContext): PlannedFile[] {
  return [
    planned('robots.txt', () => robots(site, edition)),
    ...(site ? [planned('opensearch.xml', () => openSearch(site))] : []),
  ];
}

/** Only the public edition is for search engines. */
function robots(site: string | null, edition: string): string {
  if (edition !== 'public') return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nDisallow:\n${site ? `\nSitemap: ${site}/sitemap.xml\n` : ''}`;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

function openSearch(site: string): string {
  return `${XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Enfocustom</ShortName>
  <Description>Documents, actions and meetings of EU customs law-enforcement cooperation</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${site}/search/?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

/** Most addresses that one sitemap may hold. */
const SITEMAP_LIMIT = 50_000;

/** The pages of an edition as a sitemap, or as several with their index (https://www.sitemaps.org/protocol.html). */
export function sitemapPlan(site: string, addresses: readonly string[]): PlannedFile[] {
  const parts: string[][] = [];
  for (let at = 0; at < addresses.length; at += SITEMAP_LIMIT) parts.push(addresses.slice(at, at + SITEMAP_LIMIT));
  const [only = []] = parts;
  if (parts.length <= 1) return [sitemap('sitemap.xml', 'urlset', 'url', site, only)];
  const names = parts.map((_, index) => `/sitemap-${index + 1}.xml`);
  return [
    sitemap('sitemap.xml', 'sitemapindex', 'sitemap', site, names),
    ...parts.map((part, index) => sitemap(`sitemap-${index + 1}.xml`, 'urlset', 'url', site, part)),
  ];
}

function sitemap(path: string, root: string, element: string, site: string, addresses: readonly string[]): PlannedFile {
  const opening = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return planned(path, () => {
    const lines = addresses.map((address) => `<${element}><loc>${escapeXml(site + address)}</loc></${element}>`);
    return `${XML}${[opening, ...lines, `</${root}>`].join('\n')}\n`;
  });
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
