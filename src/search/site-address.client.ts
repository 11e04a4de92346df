/**
 * The address of the site's root, from the address of the search form, which every page has: the site need not lie at
 * the root of its host.
 */
export function siteBase(form: HTMLFormElement): string {
  return new URL('../', form.action).href;
}

/** Where an entry's root-relative address leads on this host. */
export function hrefOf(address: string, base: string): string {
  return new URL(address.replace(/^\//, ''), base).href;
}
