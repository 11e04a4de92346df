import { pageMark } from '../page-mark.ts';
import { xmlAttribute, xmlTags, xmlWords } from './xml.ts';

/** Ids of the styles that hide what they are put on. */
export function hiddenStyles(styles: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  let style: string | null = null;
  for (const tag of xmlTags(styles)) {
    if (tag.name === 'w:style') style = tag.kind === 'open' ? xmlAttribute(tag.source, 'w:styleId') : null;
    else if (style && isVanish(tag.name, tag.source)) hidden.add(style);
  }
  return hidden;
}

function isVanish(name: string, source: string): boolean {
  return (name === 'w:vanish' || name === 'w:specVanish') && !/w:val="(?:0|false|off)"/.test(source);
}

export interface ShownText {
  readonly xml: string;
  readonly hidden: string;
  readonly counts: { readonly hidden: number; readonly deleted: number };
}

/**
 * Word's XML without the runs that Word does not print: hidden and deleted ones. Where the file says where pages
 * broke when it was last saved, the breaks become marks.
 */
export function shownText(xml: string, hiddenStyleIds: ReadonlySet<string>): ShownText {
  const cuts: { start: number; end: number; by: 'hidden' | 'deleted' }[] = [];
  const marks: { at: number; length: number; page: number }[] = [];
  const open: { name: string; start: number; hidden: boolean }[] = [];
  let inProperties = 0;
  let page = 1;
  for (const { name, kind, source, start, end } of xmlTags(xml)) {
    const close = kind === 'close';
    if (name === 'w:rPr' || name === 'w:pPr') inProperties += kind === 'empty' ? 0 : close ? -1 : 1;
    if (name === 'w:r' || name === 'w:p' || name === 'w:del' || name === 'w:moveFrom') {
      if (kind === 'open') open.push({ name, start, hidden: name === 'w:del' || name === 'w:moveFrom' });
      else if (close) {
        const top = open.pop();
        if (top?.hidden)
          cuts.push({ start: top.start, end, by: top.name === 'w:r' || top.name === 'w:p' ? 'hidden' : 'deleted' });
      }
    }
    const top = open.at(-1);
    const byStyle = /^w:[rp]Style$/.test(name) && hiddenStyleIds.has(xmlAttribute(source, 'w:val') ?? '');
    // The mark of a paragraph has properties of its own, which hide the mark only.
    const ofRun = top?.name === 'w:r' && inProperties === 1;
    if (top && ((ofRun && isVanish(name, source)) || (byStyle && (ofRun || inProperties === 1)))) top.hidden = true;
    if (name === 'w:lastRenderedPageBreak') marks.push({ at: start, length: source.length, page: ++page });
  }
  return cutOut(xml, cuts, marks);
}

function cutOut(
  xml: string,
  cuts: { start: number; end: number; by: 'hidden' | 'deleted' }[],
  marks: readonly { at: number; length: number; page: number }[],
): ShownText {
  const edits = [
    ...cuts.map((cut) => ({ ...cut, text: '' })),
    ...marks.map(({ at, length, page }) => ({
      start: at,
      end: at + length,
      by: null,
      text: `<w:t>${pageMark(page)}</w:t>`,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  const hidden: string[] = [];
  const counts = { hidden: 0, deleted: 0 };
  let at = 0;
  for (const { start, end, by, text } of edits) {
    if (start < at) continue;
    parts.push(xml.slice(at, start), text);
    at = end;
    if (!by) continue;
    counts[by]++;
    const removed = xml.slice(start, end);
    hidden.push(xmlWords(removed, by === 'deleted' ? 'w:delText' : 'w:t', 'w:p'));
  }
  parts.push(xml.slice(at));
  return { xml: parts.join(''), hidden: hidden.join('\n'), counts };
}
