/** What a page asks the service worker: its status, or the same after the page has changed what is kept. */
export type Question = 'status' | 'changed';

export interface Status {
  /** Version that the archive has on its server, as far as the browser knows. */
  readonly offered: string;
  /** Version of the copy on this device. */
  readonly kept: string | null;
}
