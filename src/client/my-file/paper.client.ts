import type { CslItem } from '../../publish/cite/csl.ts';
import { el } from '../search/dom.client.ts';
import { citationOf, headingOf } from './csl.ts';
import { type FileEntry, keyOf, type MyFile } from './file.ts';

/** An entry as the paper has it. */
export interface Part {
  readonly entry: FileEntry;
  /** What it is cited as; null where this edition has no such page. */
  readonly csl: CslItem | null;
  /** Address of its page, in full. */
  readonly href: string;
  /** Null where it is not wanted; words where there is none. */
  readonly text: HTMLElement | string | null;
}

const sectionId = (index: number) => `paper-${index + 1}`;

/** Prefix of the ids of an entry's text. */
export const idPrefix = (index: number) => `${sectionId(index)}-`;

/** The paper: title, contents, each entry with its note and text, sources. */
export function paperOf(file: MyFile, parts: readonly Part[], about: string): Node[] {
  const headings = parts.map(({ entry, csl }) => headingOf(entry, csl));
  return [
    el('p', { class: 'kind' }, about),
    el('h2', { id: 'paper-title' }, titleOf(file)),
    el(
      'nav',
      { 'aria-label': 'Contents of the paper', class: 'paper-contents' },
      el(
        'ol',
        {},
        ...headings.map((heading, index) => el('li', {}, el('a', { href: `#${sectionId(index)}` }, heading))),
      ),
    ),
    ...parts.map((part, index) => sectionOf(part, index, headings[index] ?? '')),
    el(
      'section',
      { 'aria-labelledby': 'paper-sources' },
      el('h3', { id: 'paper-sources' }, 'Sources'),
      el('ol', {}, ...parts.map((part) => el('li', {}, ...sourceOf(part)))),
    ),
  ];
}

export const titleOf = ({ title }: MyFile) => title.trim() || 'My file';

function sectionOf({ entry, text }: Part, index: number, heading: string): HTMLElement {
  const id = sectionId(index);
  return el(
    'section',
    { 'aria-labelledby': id, 'data-entry': keyOf(entry) },
    el('h3', { id }, `${index + 1}. ${heading}`),
    noteOf(entry.note),
    typeof text === 'string' ? el('p', { class: 'source' }, text) : text,
  );
}

/** The reader's note; empty and out of sight where there is none, so that it can be written while the paper stands. */
function noteOf(note: string): HTMLElement {
  return el('p', { class: 'notice paper-note', hidden: note.trim() === '' }, note);
}

/** Sets the note of an entry in a paper that stands. */
export function setNote(paper: HTMLElement, key: string, note: string): void {
  for (const section of paper.querySelectorAll<HTMLElement>('[data-entry]')) {
    if (section.dataset.entry === key) section.querySelector('.paper-note')?.replaceWith(noteOf(note));
  }
}

function sourceOf({ entry, csl, href }: Part): (Node | string)[] {
  const link = el('a', { href }, keyOf(entry));
  return csl ? [`${citationOf(entry, csl)} `, link] : [link];
}
