import { isMarkingLine } from './classified.ts';
import { isFurniture, withoutInlineFurniture } from './furniture.ts';
import type { Header } from './header.ts';

/** The lines of a body without what belongs to its pages: headers, footers, page numbers. */
export function withoutFurniture(body: string, header: Header): string[] {
  const lines = body.split('\n');
  const language = header.language.toUpperCase();
  let page = header.transcript ? 1 : 0;
  return lines.map((line, i) => {
    const text = line.trim();
    if (text === language || isFurniture(text, header.number.printed) || /^Page \d{1,4}: /.test(text)) return '';
    if (header.declassified && isMarkingLine(text)) return '';
    // A number alone, or at the head of a page's line, is a page's if it goes on from the page before.
    const number = /^(\d{1,4})(?: (?=\S)|$)/.exec(text);
    if (number) {
      const next = Number(number[1]);
      const alone = number[0] === text && isBlank(lines[i - 1]) && isBlank(lines[i + 1]);
      const inLine = header.transcript && number[0] !== text && next === page + 1;
      if (alone ? next > page && next <= page + 3 : inLine) {
        page = next;
        return withoutInlineFurniture(text.slice(number[0].length));
      }
    }
    return withoutInlineFurniture(line);
  });
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
