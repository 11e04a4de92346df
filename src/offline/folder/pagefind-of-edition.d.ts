/** Pagefind's script as it lies in the edition that is packed. */
declare module 'pagefind-of-edition' {
  import type { PagefindInstance } from '../../search/pagefind.ts';
  export function createInstance(options: Readonly<Record<string, unknown>>): PagefindInstance;
}
