/**
 * The origin under which an edition is published, from `ENFOCUSTOM_SITE`: `https://archive.example`; null where none
 * is given, and nothing that needs absolute addresses is made. Throws on anything else: pages link from the root.
 */
export function siteAddress(given: string | undefined): string | null {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (plain) return url.origin;
  throw new Error(
    `ENFOCUSTOM_SITE is "${given}": give the origin of the published archive and nothing behind it, such as https://archive.example`,
  );
}
