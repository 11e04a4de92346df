/**
 * The address of the site's root, from the address of the search form, which every page has: the site need not lie at
 * the root of its host.
 */
export function siteBase(form: HTMLFormElement): string {
  return new URL('../', form.action).href;
}

/** Where an entry's root-relative address leads on this host, or in the folder that the site was opened from. */
export function hrefOf(address: string, base: string): string {
  const url = new URL(address.replace(/^\//, ''), base);
  // No server is there to know what a folder's own page is.
  if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}
