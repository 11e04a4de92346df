import { handOverArticle } from './article.client.ts';
import { answerFetch } from './fetch.client.ts';
import { FolderFiles } from './files.client.ts';
import { openSearch } from './line.client.ts';
import { saveHeld } from './save.client.ts';
import { Scripts } from './scripts.client.ts';

/** Runs first on every page of a copy that was opened from a folder: it stands in for the server. */
const script = document.currentScript;
const root = new URL('../', script instanceof HTMLScriptElement ? script.src : location.href);
const scripts = new Scripts(root);

const folder = {
  root: root.href,
  take: (key: string, content: unknown) => scripts.take(key, content),
  damage: () => scripts.damage,
  openSearch: () => openSearch(scripts),
};
export type Folder = typeof folder;
(globalThis as unknown as { enfocustomFolder: Folder }).enfocustomFolder = folder;

const files = new FolderFiles(scripts);
answerFetch(root, files);
saveHeld(root, files);
handOverArticle();

// Links that scripts made: those of the pages are marked already.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || !/^https?:$/.test(link.protocol)) return;
  link.target = '_blank';
  link.rel = 'external noopener noreferrer';
});
