import { fromJson, type MyFile, toJson } from './file.ts';

/** Each edition has a file of its own: copies of both, opened from a folder, may share one storage. */
const key = `enfocustom.my-file.${/edition-(\w+)/.exec(document.body.className)?.[1]}`;

/** The file as this browser keeps it; empty where it keeps nothing. */
export function loadFile(): MyFile {
  try {
    return fromJson(localStorage.getItem(key));
  } catch {
    // Storage is refused in some browsers and settings.
    return fromJson(null);
  }
}

/** Keeps the file; says whether the browser does. */
export function saveFile(file: MyFile): boolean {
  try {
    if (file.entries.length > 0 || file.title) localStorage.setItem(key, toJson(file));
    else localStorage.removeItem(key);
    return true;
  } catch {
    // As above; or it is full.
    return false;
  }
}

/** Tells when another page has changed the file. */
export function onOtherChange(tell: () => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) tell();
  });
}
