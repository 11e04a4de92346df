import { download } from '../../client/reading/download.client.ts';
import type { FolderFiles } from './files.client.ts';

/** Lets readers save the files that scripts hold: follows links that are marked with `data-held`. */
export function saveHeld(root: URL, files: FolderFiles): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-held]') : null;
    if (!link) return;
    event.preventDefault();
    const path = decodeURIComponent(link.pathname.slice(root.pathname.length));
    files.read(path).then(
      (content) =>
        content !== null && download(link.download || path.split('/').slice(-2).join('-'), link.type, content),
      (error: Error) => link.after(` ${error.message}`),
    );
  });
}
