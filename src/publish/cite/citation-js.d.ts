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
declare module '@citation-js/plugin-bibtex/lib/input/constants.js' {
  /** Characters by the names of their commands in TeX. */
  export const commands: Readonly<Record<string, string>>;
  export const mathCommands: Readonly<Record<string, string>>;
}
