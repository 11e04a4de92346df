/** What an edition carries so that a copy of it can be verified; the page "Verify this copy" says the same. */
export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';

/** To be run in the folder of the copy; it prints nothing but the files that differ. */
export const VERIFY_COMMAND = `sha256sum --check --quiet ${SUMS}`;
