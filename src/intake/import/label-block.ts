import { type AccessLine, findAccessLine } from './access.ts';
import { cueIn } from './cues.ts';
import { isFurniture, withoutInlineFurniture } from './furniture.ts';
import { type HeadLine, isRule } from './head-lines.ts';
import { type Field, type Labelled, labelledLine } from './labels.ts';
import { partyBefore } from './party.ts';

/** What the labelled lines say, and where the body begins. */
export interface LabelBlock {
  /** Values by field, joined to one line each; a field that is missing or empty is left out. */
  readonly values: ReadonlyMap<Field, string>;
  /** Labels and values of `other`, and of a field met again, in print order. */
  readonly language: string | null;
  readonly access: AccessLine | null;
  /** Text of the body that stands on the subject's line. */
  readonly lead: string;
  /** Index of the first line of the body. */
  readonly bodyAt: number;
  readonly warnings: readonly string[];
}

interface Entry extends Labelled {
  readonly parts: string[];
  readonly cut: boolean;
}

/** A longer line of a subject holds something else, too. */
const LONGEST_LINE = 400;
const CONTINUES = /(?:[,–-]|\s(?:of|and|or|the|on|for|to|in|with|by|de|du|et|la|le|der|des|und|av|och|van|en|het))$/i;
/** Reads the labelled lines from the first label on. */
export function readLabelBlock(lines: readonly HeadLine[], first: number): LabelBlock {
  const entries: Entry[] = [];
  const warnings: string[] = [];
  let access: AccessLine | null = null;
  let gap: 'none' | 'blank' | 'rule' = 'none';
  let stray = 0;
  const passed: string[] = [];
  let at = first;
  for (; at < lines.length; at++) {
    const { text, raw, cut } = lines[at] as HeadLine;
    if (text.trim() === '' || isRule(text)) {
      gap = /[_*=–—-]{3}/.test(text) ? 'rule' : gap === 'rule' ? 'rule' : 'blank';
      continue;
    }
    const hasSubject = entries.some((entry) => entry.field === 'subject' && entry.parts.length > 0);
    const label = labelledLine(text);
    if (label && !(hasSubject && (gap === 'rule' || label.field === 'subject'))) {
      entries.push({ ...label, cut, parts: label.value === '' ? [] : [label.value] });
      gap = 'none';
      stray = 0;
      continue;
    }
    const stamp = findAccessLine(text);
    if (stamp && text.length < 120) {
      access ??= stamp;
      continue;
    }
    if (isFurniture(text)) continue;
    const current = entries.at(-1);
    const empty = entries.length - (entries.findLastIndex((entry) => entry.parts.length > 0) + 1);
    if (empty > 1) {
      at = readValueBlock(lines, at, entries.slice(-empty), warnings);
      break;
    }
    if (current && current.parts.length === 0) current.parts.push(text.trim());
    else if (current && continuesValue(current, text, raw, gap)) current.parts.push(text.trim());
    else if (hasSubject || ++stray > 12) break;
    else {
      passed.push(raw);
      warnings.push(`line not understood in the header: "${text.trim().slice(0, 60)}"`);
    }
    gap = 'none';
  }
  const subject = entries.find((entry) => entry.field === 'subject');
  const lead = [...passed, subject ? cutSubject(subject, warnings) : ''].filter((line) => line !== '').join('\n');
  if (subject?.cut) spreadValues(entries, warnings);
  return { values: valuesOf(entries, warnings), language: languageOf(entries), access, lead, bodyAt: at, warnings };
}

/** Whether a line goes on with the value above it. */
function continuesValue(current: Entry, text: string, raw: string, gap: 'none' | 'blank' | 'rule'): boolean {
  const line = text.trim();
  if (gap === 'rule' || /^\s*#/.test(raw) || cueIn(line) === 0) return false;
  if (gap === 'none') return !/^\d{1,2}\. ?\S/.test(line);
  if (text.startsWith('\t')) return true;
  const last = withoutInlineFurniture(current.parts.at(-1) ?? '');
  if (current.field !== 'subject' || last.length > LONGEST_LINE) return false;
  const dashed = /^[-–—] ?\S/.test(line) && line.length < 200 && !/[.;:]$/.test(line);
  return dashed || /^\p{Ll}{2}/u.test(line) || CONTINUES.test(last);
}

/**
 * Labels in one block and their values in the next: paragraph by paragraph where there are as many, else line by
 * line, a number going to a previous document and a date to a meeting. Returns the index behind the values.
 */
function readValueBlock(
  lines: readonly HeadLine[],
  from: number,
  labels: readonly Entry[],
  warnings: string[],
): number {
  const paragraphs: string[][] = [[]];
  let at = from;
  for (; at < lines.length; at++) {
    const text = (lines[at] as HeadLine).text.trim();
    const count = paragraphs.flat().length;
    if (text !== '' && count >= labels.length && cueIn(text) === 0) break;
    if (isRule(text) && text !== '' && count > 0) break;
    if (text === '') {
      if (paragraphs.length >= labels.length && (paragraphs.at(-1)?.length ?? 0) > 0) break;
      if (paragraphs.length === 1 && count >= labels.length) break;
      if ((paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
    } else paragraphs.at(-1)?.push(text);
    if (count > 24) break;
  }
  const filled = paragraphs.filter((paragraph) => paragraph.length > 0);
  if (filled.length === labels.length) {
    for (const [i, paragraph] of filled.entries()) labels[i]?.parts.push(...paragraph);
  } else {
    const values = filled.flat();
    for (const [i, label] of labels.entries()) {
      if (i === labels.length - 1) {
        label.parts.push(...values.splice(0));
        break;
      }
      const fits = (value: string) =>
        label.field === 'previous' || label.field === 'commission'
          ? /\d\/\d{2}|\(\d{4}\)/.test(value)
          : label.field === 'on'
            ? /\d{4}/.test(value)
            : true;
      const hit = Math.max(0, values.findIndex(fits));
      if (hit > 0) labels[i - 1]?.parts.push(...values.splice(0, hit));
      label.parts.push(...values.splice(0, 1));
    }
  }
  const last = labels.at(-1);
  if (last?.field === 'subject') {
    const over = last.parts.splice(subjectLines(last.parts));
    for (let left = over.length; left > 0; ) if ((lines[--at] as HeadLine).text.trim() !== '') left--;
  }
  warnings.push('labels and values stood apart and were paired by their order');
  return at;
}

/** How many of the lines that follow a subject's label are the subject: the body may stand directly below. */
function subjectLines(parts: readonly string[]): number {
  let count = Math.min(1, parts.length);
  for (; count < parts.length; count++) {
    const [line, last] = [parts[count] ?? '', parts[count - 1] ?? ''];
    if (cueIn(line) === 0 || /^(?:\d{1,3}|[IVX]{1,5})\.(?:\s|$)/.test(line) || /[.;]$/.test(last)) break;
    const dashed = /^[-–—=] ?\S/.test(line);
    // A sentence is longer than a title, or ends as none does.
    if (!dashed && !/^\p{Ll}/u.test(line) && !CONTINUES.test(last) && (line.length > 90 || /[.;:]$/.test(line))) break;
  }
  return count;
}

/** On a line of several items nothing marks the end of the subject: it is cut where a body commonly begins. */
function cutSubject(subject: Entry, warnings: string[]): string {
  const last = withoutInlineFurniture(subject.parts.at(-1) ?? '');
  if (subject.parts.length > 0) subject.parts[subject.parts.length - 1] = last;
  if (!subject.cut && last.length < LONGEST_LINE) return '';
  const head = last.slice(0, 3000);
  const cue = cueIn(head.slice(3));
  const sentence = /[.!?] (?=\p{Lu})/u.exec(head);
  const end = cue >= 0 ? cue + 3 : sentence ? sentence.index + 1 : head.length;
  if (cue < 0 && last.length < 200) return '';
  warnings.push('the end of the subject was guessed: the first page stands on one line');
  subject.parts[subject.parts.length - 1] = head.slice(0, end).trim();
  return last.slice(end).trim();
}

/**
 * `from: to: Subject: Presidency Delegations The subject`: the values of labels that stand together are all behind the
 * last of them; known parties are given back to theirs.
 */
function spreadValues(entries: readonly Entry[], warnings: string[]): void {
  const empty = entries.filter((entry) => entry.parts.length === 0 && (entry.field === 'from' || entry.field === 'to'));
  if (empty.length === 0) return;
  for (const entry of empty) {
    const holder = entries.slice(entries.indexOf(entry)).find(({ parts }) => parts.length > 0);
    const value = holder?.parts.join(' ') ?? '';
    const party = partyBefore(value);
    if (!holder || !party) break;
    const rest = value.slice(party.length).trim();
    if (rest === '') break;
    entry.parts.push(party.trim());
    holder.parts.splice(0, holder.parts.length, rest);
  }
  warnings.push('labels and values stood apart on one line: from, to and subject are a guess');
}

function valuesOf(entries: readonly Entry[], warnings: string[]): Map<Field, string> {
  const values = new Map<Field, string>();
  for (const { field, parts } of entries) {
    const value = oneLine(parts);
    if (value === '') {
      if (field !== 'other') warnings.push(`the label of "${field}" has no value`);
      continue;
    }
    const known = values.get(field);
    values.set(
      field,
      known && (field === 'previous' || field === 'commission' || field === 'other')
        ? `${known}; ${value}`
        : (known ?? value),
    );
  }
  return values;
}

/** Lines joined as a reader joins them: single spaces, a dash set off by spaces. */
export function oneLine(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim().replace(/^[-–—](?=\S)/, (dash) => `${dash} `))
    .join(' ')
    .replace(/<[^<>]{0,80}>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\S)\*([^*]{1,500})\*(?!\S)/g, '$1')
    .trim();
}

/** The language most labels are in; null where two labels of one language are not there, or several could be meant. */
function languageOf(entries: readonly Entry[]): string | null {
  const counts = new Map<string, number>();
  for (const { languages, field } of entries) {
    for (const language of languages)
      counts.set(language, (counts.get(language) ?? 0) + (field === 'subject' ? 1.5 : 1));
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
