// Folders are read backwards, in this process and in those that load this file: no order of files may show in an edition.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const originals = { readdirSync: fs.readdirSync, readdir: fs.readdir, promised: fs.promises.readdir };

/** How many folders were read backwards. */
export let reversed = 0;

export function reverseFolders() {
  const backwards = (items) => {
    reversed++;
    return items.toReversed();
  };
  fs.readdirSync = (...args) => backwards(originals.readdirSync(...args));
  fs.readdir = (...args) => {
    const told = args.pop();
    originals.readdir(...args, (error, items) => told(error, items && backwards(items)));
  };
  fs.promises.readdir = async (...args) => backwards(await originals.promised(...args));
  syncBuiltinESMExports();
}

export function restoreFolders() {
  fs.readdirSync = originals.readdirSync;
  fs.readdir = originals.readdir;
  fs.promises.readdir = originals.promised;
  syncBuiltinESMExports();
}

if (process.env.ENFOCUSTOM_REVERSED) reverseFolders();
