import { isFurniture, withoutInlineFurniture } from './furniture.ts';

/**
 * The lines of a body without what belongs to its pages: headers, footers, page numbers. `number` is the document's
 * number as printed, `language` the language code of its footers.
 */
export function withoutFurniture(body: string, number: string, language: string): string[] {
  const kept: string[] = [];
  let page = 0;
  const lines = body.split('\n');
  lines.forEach((line, i) => {
    const text = line.trim();
    if (text === '') return void kept.push('');
    if (isFurniture(text, number) || text === language.toUpperCase()) return void kept.push('');
    if (/^\d{1,4}$/.test(text) && isBlank(lines[i - 1]) && isBlank(lines[i + 1])) {
      // A number alone between blank lines is a page's if it goes on from the page before.
      const next = Number(text);
      if (next > page && next <= page + 3) {
        page = next;
        return void kept.push('');
      }
    }
    if (/^Page \d{1,4}: /.test(text)) return void kept.push('');
    kept.push(withoutInlineFurniture(withoutPageNumber(line)));
  });
  return kept;

  /** Transcripts put a page on one line and begin it with its number. */
  function withoutPageNumber(line: string): string {
    const match = /^(\d{1,4}) (?=\S)/.exec(line);
    if (!match || line.length < 200) return line;
    const next = Number(match[1]);
    if (next !== Math.max(page, 1) + 1) return line;
    page = next;
    return line.slice(match[0].length);
  }
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
