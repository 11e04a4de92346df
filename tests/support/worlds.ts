import type { ServerName } from './servers.ts';

/** Where the same archive is read: from a folder, or from a server. */
export type World = 'a folder' | ServerName;

/** Address of a page of an archive, as its links have it. @param root `file:///…/` or `http://127.0.0.1:4321/` */
export function addressIn(root: string, path: string): string {
  const url = new URL(path, root);
  if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}
