import { currentSite } from './current.ts';

const current = currentSite();

/** The edition that is being made. */
export const edition = current.edition;

/** Origin under which it is published, or null. */
export const site = current.origin;

/** The server that answers its searches; null if the reader's own browser does. */
export const search = current.search;

/** Content-Security-Policy of its pages. */
export const policy = current.policy;
