/// <reference types="astro/client" />

declare module 'edtf' {
  /** An EDTF value with its bounds in milliseconds since 1970 (UTC); open ends are infinite. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}

/** Address of the search server, in an edition that is built for one (`src/search/opensearch/server-search.ts`). */
declare const ENFOCUSTOM_SEARCH_ENDPOINT: string;
