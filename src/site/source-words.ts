import type { Catalogue, DerivedIndex } from '../archive/catalogue.ts';
import { formatDate } from '../archive/date.ts';
import type { Item } from '../archive/item.ts';
import { formatLocator, type HeadingOf } from '../archive/locator.ts';
import { linkFor, parseReference } from '../archive/reference/index.ts';
import { parseSource } from '../archive/source.ts';
import { placesIn } from '../markdown/render.ts';
import { textOf } from './body.ts';

/** A source as a page prints it. */
export interface SourceWords {
  readonly words: string;
  /** Where it can be opened; null only for what is nobody's statement but ours. */
  readonly href: string | null;
  /** Whether it lies outside the archive. */
  readonly outside: boolean;
}

/** The words of the headings of each document, by their locators; of its précis, or else of its official text. */
const HEADINGS: DerivedIndex<ReadonlyMap<string, string>> = {
  name: 'headings',
  make(archive) {
    const made = new Map<string, ReadonlyMap<string, string>>();
    return {
      get(id) {
        const known = made.get(id);
        if (known) return known;
        const item = archive.get('documents', id);
        const text = archive.get('texts', id);
        const body = [item, text].map((one) => (one ? textOf(one) : '')).find((markdown) => markdown.trim()) ?? '';
        const headings = new Map(
          placesIn(body).flatMap(({ kind, locator, title }) => (kind === 'heading' && title ? [[locator, title]] : [])),
        );
        made.set(id, headings);
        return headings;
      },
    };
  },
};

/** What the headings of a document are called. Only a locator that begins with words needs them. */
export const headingsOf =
  (archive: Catalogue, id: string): HeadingOf =>
  (locator) =>
    /^\D/.test(locator) ? archive.derived(HEADINGS, id)?.get(locator) : null;

/**
 * A source in words, and where it can be opened.
 * @param of the entry whose fact it is; an act may rest on its place in the Official Journal
 */
export function sourceWords(archive: Catalogue, source: string, of?: Item): SourceWords {
  const { id, locator, register } = parseSource(source);
  const outside = archive.get('sources', id);
  if (outside) {
    const { publisher, title, date, address } = outside.entry.record;
    return { words: `${publisher}: ${title}${date ? `, ${formatDate(date)}` : ''}`, href: address, outside: true };
  }
  if (id === 'official-journal') return journalWords(of);
  if (id === 'general-knowledge') return { words: 'general knowledge', href: null, outside: false };
  const item = archive.get('documents', id) ?? archive.get('acts', id);
  const name = item?.label ?? printed(id);
  if (register) return { words: `${name} in the Council’s register`, href: outsideAddress(id), outside: true };
  const place = locator ? formatLocator(locator, headingsOf(archive, id)) : null;
  return {
    words: place ? `${name}, ${place.replaceAll(/ (?=[\d(])/g, '\u00a0')}` : name,
    href: archive.sourceAddress(source),
    outside: false,
  };
}

/** The place of an act in the Official Journal, or else the number by which EUR-Lex finds it. */
function journalWords(act: Item | undefined): SourceWords {
  const { printed: forms = [], celex } = (act?.entry.record ?? {}) as { printed?: readonly string[]; celex?: string };
  const form = forms.find((one) => /^OJ\b/.test(one)) ?? forms[0] ?? 'Official Journal';
  const href = [...(celex ? [`CELEX:${celex}`] : []), form].map(outsideAddress).find((one) => one !== null) ?? null;
  return { words: form, href, outside: true };
}

function outsideAddress(form: string): string | null {
  const reference = parseReference(form);
  return (reference && linkFor(reference)?.url) ?? null;
}

function printed(id: string): string {
  return parseReference(id)?.kind === 'council' ? id.replace(/^ST-(\d+)-\d\d(\d\d)-INIT$/, '$1/$2') : id;
}
