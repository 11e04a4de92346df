import type { FolderFiles } from './files.client.ts';

/** Answers `fetch` for the files below `root`, which a browser does not give to a page that lies beside them. */
export function answerFetch(root: URL, files: FolderFiles): void {
  const original = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!url.href.startsWith(root.href)) return original(input, init);
    const path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    const content = await files.read(path);
    return content === null ? new Response(null, { status: 404, statusText: 'Not Found' }) : new Response(content);
  };
}
