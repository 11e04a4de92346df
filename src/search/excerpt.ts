import { fold } from './query/fold.ts';
import { lightStem } from './query/stem.ts';

/** A stretch of text; `mark` where it is what was looked for. */
export interface Segment {
  readonly text: string;
  readonly mark?: true;
}

/** What the text index keeps of a page. */
export interface Fragment {
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly url: string;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** A section of a page that matches. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  /** Units of the query that it has. */
  readonly matched: number;
}

/** Words that count as found: folded stems, each with the number of its unit. */
export type Marks = ReadonlyMap<string, number>;

const LENGTH = 36;

/** @param terms index terms of each unit */
export function marksOf(units: readonly (readonly string[])[]): Marks {
  return new Map(units.flatMap((terms, unit) => terms.map((term): [string, number] => [lightStem(term), unit])));
}

/** Units in a word as printed: `police/customs` and `co-operation` are looked at whole and by their parts. */
export function unitsIn(word: string, marks: Marks): number[] {
  const folded = fold(word);
  const found = new Set<number>();
  const look = (form: string) => {
    const unit = form ? marks.get(lightStem(form)) : undefined;
    if (unit !== undefined) found.add(unit);
  };
  look(folded.replace(/[^\p{L}\p{N}/]/gu, ''));
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  look(parts.join(''));
  if (parts.length > 1) for (const part of parts) look(part);
  return [...found];
}

/** The passage of a page that says most about the query, with the words marked, and the sections that match. */
export function passage(fragment: Fragment, marks: Marks): { segments: Segment[]; sections: Section[] } {
  const words = fragment.content.split(/\s+/);
  const places: { at: number; units: number[] }[] = [];
  for (const [at, word] of words.entries()) {
    const units = unitsIn(word, marks);
    if (units.length > 0) places.push({ at, units });
  }
  const start = bestStart(places, words.length);
  const marked = new Set(places.map(({ at }) => at));
  return { segments: segmentsOf(words, start, marked), sections: sectionsOf(fragment, places) };
}

/** The window with the most different units, then the most words found, then the earliest. */
function bestStart(places: readonly { at: number; units: number[] }[], length: number): number {
  let best = { value: -1, at: 0 };
  let end = 0;
  const counts = new Map<number, number>();
  for (const [index, { at }] of places.entries()) {
    for (; end < places.length && (places[end]?.at ?? 0) < at + LENGTH - 6; end++) {
      for (const unit of places[end]?.units ?? []) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    const value = counts.size * 100 + (end - index);
    if (value > best.value) best = { value, at };
    for (const unit of places[index]?.units ?? []) {
      const left = (counts.get(unit) ?? 1) - 1;
      if (left === 0) counts.delete(unit);
      else counts.set(unit, left);
    }
  }
  return Math.max(0, Math.min(best.at - 5, length - LENGTH));
}

function segmentsOf(words: readonly string[], start: number, marked: ReadonlySet<number>): Segment[] {
  const segments: { text: string; mark?: true }[] = [];
  const end = Math.min(words.length, start + LENGTH);
  for (let at = start; at < end; at++) {
    const mark = marked.has(at);
    const last = segments.at(-1);
    if (last && Boolean(last.mark) === mark) last.text += ` ${words[at]}`;
    else {
      if (last) {
        // The space between a marked word and the next stands outside the mark.
        if (mark) last.text += ' ';
        segments.push(mark ? { text: words[at] ?? '', mark } : { text: ` ${words[at]}` });
      } else segments.push({ text: words[at] ?? '', ...(mark ? { mark } : {}) });
    }
  }
  if (start > 0) segments.unshift({ text: '… ' });
  if (end < words.length) segments.push({ text: ' …' });
  return segments;
}

const HEADING = /^h[2-6]$/;
const MOST_SECTIONS = 4;

function sectionsOf(fragment: Fragment, places: readonly { at: number; units: number[] }[]): Section[] {
  const headings = fragment.anchors
    .filter(({ element, text }) => HEADING.test(element) && text.trim())
    .sort((a, b) => a.location - b.location);
  let next = 0;
  const found = headings.map((heading, index) => {
    const until = headings[index + 1]?.location ?? Number.POSITIVE_INFINITY;
    const units = new Set<number>();
    let count = 0;
    while (next < places.length && (places[next]?.at ?? 0) < heading.location) next++;
    for (; next < places.length && (places[next]?.at ?? 0) < until; next++) {
      count++;
      for (const unit of places[next]?.units ?? []) units.add(unit);
    }
    return { anchor: heading.id, title: heading.text.trim(), matched: units.size, count, index };
  });
  return found
    .filter(({ matched }) => matched > 0)
    .sort((a, b) => b.matched - a.matched || b.count - a.count || a.index - b.index)
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.index - b.index)
    .map(({ anchor, title, matched }) => ({ anchor, title, matched }));
}
