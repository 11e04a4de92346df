/** Stands behind a hyphen at the end of a printed line, where a reader has joined the lines. Private use. */
export const LINE_BREAK = '\ue004';

/** First parts of words that keep their hyphen. */
const HEADS = new Set(
  'all anti co cross e ex fact far follow full half high in inter intra law long low mid multi no non on one out over post pre re self semi short so sub third two under up vice well world'.split(
    ' ',
  ),
);
const BROKEN = /(\p{L}{1,40})-(?:\n[ \t]*|\ue004)(\p{Ll}[\p{L}’']{0,40})/gu;

/**
 * The text with words in one piece that the end of a line had broken: without the hyphen where the text has the whole
 * word elsewhere, with it where it has it so, or where each part is a word of its own.
 */
export function joinBroken(text: string): string {
  if (!/\p{L}-(?:\n[ \t]*|\ue004)\p{Ll}/u.test(text)) return text;
  const words = new Set<string>();
  for (const [word] of text.matchAll(/\p{L}{2,40}(?:-\p{L}{1,40})?/gu)) words.add(word.toLowerCase());
  const joined = text.replace(BROKEN, (_, first: string, second: string) => {
    const [a, b] = [first.toLowerCase(), second.toLowerCase().replace(/[’'].*$/, '')];
    const whole = words.has(a + b) || !(words.has(`${a}-${b}`) || HEADS.has(a));
    return whole ? first + second : `${first}-${second}`;
  });
  return joined.replaceAll(LINE_BREAK, '');
}
