/** The part of citation-js that the archive uses; the packages bring no types. */
declare module '@citation-js/core' {
  interface Plugins {
    readonly input: { chain(data: unknown): Record<string, unknown>[] };
    readonly output: {
      format(name: string, data: readonly unknown[], options?: Record<string, unknown>): unknown;
    };
    readonly config: { get(plugin: string): Record<string, never> };
  }
  export const plugins: Plugins;
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
