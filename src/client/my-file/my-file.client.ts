import type { CslItem } from '../../publish/cite/csl.ts';
import { CSL_TYPE } from '../../publish/cite/formats.ts';
import { download } from '../reading/download.client.ts';
import { byId, plural } from '../search/dom.client.ts';
import { hrefOf, siteBase } from '../search/site-address.client.ts';
import { loadArticle } from './article.client.ts';
import { citationOf, fromCsl, headingOf, toCsl } from './csl.ts';
import { showEntries } from './editor.client.ts';
import {
  add,
  change,
  EMPTY,
  entryOf,
  type FileEntry,
  indexOf,
  keyOf,
  MOST,
  type MyFile,
  move,
  remove,
} from './file.ts';
import { toMarkdown } from './markdown.ts';
import { blocksOf, textOf } from './page-text.client.ts';
import { idPrefix, type Part, paperOf, setNote, titleOf } from './paper.client.ts';
import { loadFile, onOtherChange, saveFile } from './store.client.ts';

/** The page of the reader's file: its entries, and below them the paper that they make. */
const root = byId('my-file', HTMLElement);
const paper = byId('paper', HTMLElement);
const list = byId('file-entries', HTMLElement);
const status = byId('file-status', HTMLElement);
const title = byId('file-title', HTMLInputElement);
const form = document.querySelector<HTMLFormElement>('form[data-search-box]');
const base = form ? siteBase(form) : new URL('/', location.href).href;
const marking = root.dataset.marking ?? null;
const about = root.dataset.about ?? '';

let file = loadFile();
/** Citation and article of each page, once loaded; null where this edition has no such page. */
const citations = new Map<string, CslItem | null>();
const articles = new Map<string, HTMLElement | null>();
let parts: readonly Part[] = [];
/** Counts what the paper was made for; an older one is given up. */
let wish = 0;
let making: Promise<void> = Promise.resolve();

const cslOf = (address: string) => citations.get(address) ?? null;
const hrefTo = ({ address, place }: FileEntry) => {
  const href = hrefOf(address, base);
  return place ? `${href}#${encodeURIComponent(place)}` : href;
};

/** Says something, with a way to take back what was done. */
function say(words: string, back?: MyFile): void {
  status.replaceChildren(words);
  if (!back) return;
  const undo = document.createElement('button');
  undo.type = 'button';
  undo.textContent = 'Undo';
  undo.addEventListener('click', () => {
    update(back);
    say('Taken back.');
    byId('file-editor', HTMLElement).querySelector<HTMLElement>('button, input, a')?.focus();
  });
  status.append(' ', undo);
}

function update(changed: MyFile): void {
  keep(changed);
  show();
}

function keep(changed: MyFile): void {
  file = changed;
  if (!saveFile(file)) {
    say(
      'This browser keeps nothing for this page: save the file as CSL-JSON before you leave, and read it in the next time.',
    );
  }
}

/** Shows the file as it stands, and sets about the paper. */
function show(): void {
  const some = file.entries.length > 0;
  byId('file-editor', HTMLElement).hidden = false;
  byId('file-empty', HTMLElement).hidden = some;
  byId('file-title-line', HTMLElement).hidden = !some;
  for (const id of ['file-print', 'file-markdown', 'file-csl', 'file-clear']) byId(id, HTMLElement).hidden = !some;
  if (document.activeElement !== title) title.value = file.title;
  showList();
  wish++;
  making = making.then(make, make);
}

function showList(): void {
  showEntries(list, file, (entry) => ({ heading: headingOf(entry, cslOf(entry.address)), href: hrefTo(entry) }), {
    moveTo(key, to) {
      update(move(file, key, to));
      say(`${nameOf(key)} is now ${indexOf(file, key) + 1} of ${file.entries.length}.`);
    },
    remove(key) {
      const before = file;
      const words = `${nameOf(key)} is taken out.`;
      const at = indexOf(file, key);
      update(remove(file, key));
      say(words, before);
      const next = list.children[Math.min(at, list.children.length - 1)];
      (next?.querySelector<HTMLElement>('a') ?? status.querySelector('button'))?.focus();
    },
    note(key, note) {
      keep(change(file, key, { note }));
      setNote(paper, key, note);
    },
    withText(key, withText) {
      update(change(file, key, { withText }));
    },
  });
}

function nameOf(key: string): string {
  const entry = entryOf(key);
  return entry ? headingOf(entry, cslOf(entry.address)) : key;
}

/** Loads what the paper needs and sets it, unless the file has changed meanwhile. */
async function make(): Promise<void> {
  const mine = wish;
  const made: Omit<Part, 'entry'>[] = [];
  for (const [index, entry] of file.entries.entries()) {
    const { address } = entry;
    if (!citations.has(address)) citations.set(address, await loadCitation(address));
    const csl = cslOf(address);
    const text = csl && entry.withText ? await textFor(entry, idPrefix(index)) : null;
    if (mine !== wish) return;
    made.push({ csl, href: hrefTo(entry), text: csl ? text : 'This edition has no such page.' });
  }
  // Notes may have been written since: what they are on is the same.
  parts = made.flatMap((part, index) => {
    const entry = file.entries[index];
    return entry ? [{ ...part, entry }] : [];
  });
  showList();
  paper.hidden = parts.length === 0;
  paper.replaceChildren(...paperOf(file, parts, about));
}

async function loadCitation(address: string): Promise<CslItem | null> {
  try {
    const response = await fetch(new URL(`${address.slice(1)}entry.json`, base));
    if (!response.ok) return null;
    const { csl } = (await response.json()) as { readonly csl: CslItem };
    return csl;
  } catch {
    // Without a network, or in a damaged copy, the entry is named by its address.
    return null;
  }
}

async function textFor(entry: FileEntry, prefix: string): Promise<HTMLElement | string> {
  const page = hrefOf(entry.address, base);
  try {
    if (!articles.get(entry.address)) articles.set(entry.address, await loadArticle(page));
  } catch {
    return 'The text could not be loaded.';
  }
  const article = articles.get(entry.address);
  if (!article) return 'The text could not be loaded.';
  return textOf(article, entry.place, prefix, page) ?? 'The page no longer has this place.';
}

const nameOfFile = (ending: string) => ['enfocustom-my-file', marking].filter(Boolean).join('-') + ending;

function markdown(): string {
  return toMarkdown({
    title: titleOf(file),
    marking,
    sections: parts.map(({ entry, csl, href, text }, index) => ({
      heading: headingOf(entry, csl),
      note: file.entries[index]?.note ?? '',
      citation: csl ? citationOf(entry, csl) : '',
      address: href,
      blocks: text instanceof HTMLElement ? blocksOf(text) : [],
    })),
  });
}

const onClick = (id: string, act: () => unknown) => byId(id, HTMLElement).addEventListener('click', act);
onClick('file-print', () => making.then(() => print()));
onClick('file-markdown', () => making.then(() => download(nameOfFile('.md'), 'text/markdown', markdown())));
onClick('file-csl', () => making.then(() => download(nameOfFile('.csl.json'), CSL_TYPE, toCsl(file, cslOf))));
onClick('file-clear', () => {
  const before = file;
  update(EMPTY);
  say('The file is empty.', before);
  status.querySelector('button')?.focus();
});

title.addEventListener('input', () => {
  keep({ ...file, title: title.value });
  const heading = document.getElementById('paper-title');
  if (heading) heading.textContent = titleOf(file);
});

/** Bytes; a file of the most entries with the longest notes has less. */
const LARGEST_IMPORT = 8_000_000;
byId('file-import', HTMLInputElement).addEventListener('change', async ({ target }) => {
  const input = target as HTMLInputElement;
  const given = input.files?.[0];
  if (!given) return;
  const before = file;
  const read = given.size > LARGEST_IMPORT ? null : fromCsl(file, await given.text());
  input.value = '';
  if (!read) {
    say(`${given.name} is no CSL-JSON: choose a file that was saved here.`);
    return;
  }
  update(read.file);
  const count = read.file.entries.length - before.entries.length;
  const others = read.unknown > 0 ? ` ${plural(read.unknown, 'item is', 'items are')} not of this archive.` : '';
  const full = read.file.entries.length >= MOST ? ` A file holds ${MOST} entries at most.` : '';
  say(`${plural(count, 'entry', 'entries')} added from ${given.name}.${others}${full}`, count > 0 ? before : undefined);
});

/** An entry that another page hands over in the address: `#add=/documents/st-13944-2022-init/`. */
async function take(): Promise<void> {
  const given = /^#add=(.*)$/.exec(location.hash)?.[1];
  if (given === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  const entry = entryOf(decode(given));
  if (!entry) {
    say('Nothing was added: the address names no page of the archive.');
    return;
  }
  const held = indexOf(file, keyOf(entry)) >= 0;
  const full = !held && file.entries.length >= MOST;
  const before = file;
  update(add(file, entry));
  await making;
  const name = nameOf(keyOf(entry));
  const kept = loadFile().entries.length === file.entries.length;
  if (!kept) return;
  say(
    full
      ? `Not added: a file holds ${MOST} entries at most.`
      : held
        ? `${name} was in it already.`
        : `${name} is added.`,
    held || full ? undefined : before,
  );
  const back = document.createElement('a');
  back.href = hrefTo(entry);
  back.textContent = 'Back to the page';
  status.append(' ', back);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

onOtherChange(() => {
  file = loadFile();
  show();
});
addEventListener('hashchange', take);
show();
take();
