import { wordsOfLabels } from './labels.ts';

/** Marks of what a scan makes of a header: figures and letters taken for each other, letters set apart, colons lost. */
const LINES = 60;

/**
 * The first page of a recognised text with its header mended: `87l0/98` and `8711 / 98` are numbers, `LIMlTE` and
 * `N O T E` words, `from Presidency` a labelled line. The text below is left as it is.
 */
export function mendHeader(text: string): string {
  const lines = text.split('\n');
  const head = lines.slice(0, LINES);
  const subject = head.findIndex((line) => /^\s*(?:subject|objet|betr|oggetto|asunto|assunto)/i.test(line));
  const end = subject < 0 ? head.length : subject + 1;
  return [...head.slice(0, end).map(mendLine), ...lines.slice(end)].join('\n');
}

function mendLine(line: string): string {
  const words = line
    .replace(/(?<![\p{L}\d])(?:\p{Lu} ){2,20}\p{Lu}(?![\p{L}\d])/gu, (run) => run.replaceAll(' ', ''))
    .replace(/(?<=[\dlIO])\s?\/\s?(?=[\dlIO])/g, '/')
    // In a number every sign is a figure; in a word in capitals every sign is a letter.
    .replace(/(?<![\p{L}\d])[\dlIOo]{1,5}(?:\/[\dlIOo]{1,4}){1,2}(?![\p{L}\d])/gu, figures)
    .replace(/(?<![\p{L}\d])[lIO\d]{2,4}(?![\p{L}\d])/gu, (word) => (/\d/.test(word) ? figures(word) : word))
    .replace(/(?<=\b(?:REV|ADD|COR|[A-Z]{2,12}) {0,2})[lI](?![\p{L}\d])/gu, '1')
    .replace(/(?<![\p{L}\d])(?=\S*\p{Lu}{2})[\p{Lu}01l]{3,20}(?![\p{L}\d])/gu, (word) =>
      /^\p{Lu}+$/u.test(word) ? word : letters(word),
    )
    .replace(/(?<=\p{L}) +,/gu, ',')
    .replace(/ {2,}/g, ' ');
  return withColon(words);
}

const figures = (word: string): string => word.replace(/[lI]/g, '1').replace(/[Oo]/g, '0');
const letters = (word: string): string => word.replace(/0/g, 'O').replace(/[1l]/g, 'I');

const LABEL = new RegExp(
  `^\\s*(${wordsOfLabels()
    .map((word) => word.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('|')})\\.?\\s+(?=[\\p{Lu}\\d])`,
  'iu',
);

function withColon(line: string): string {
  return line.includes(':')
    ? line
    : line.replace(LABEL, (whole, label: string) => (/^\s*[a-z]/i.test(whole) ? `${label.trim()}: ` : whole));
}
