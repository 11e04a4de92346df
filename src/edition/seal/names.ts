/** What an edition carries so that a copy of it can be verified; the page "Verify this copy" says the same. */
export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
