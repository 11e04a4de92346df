/** Letters of other scripts, and letters with a stroke, that look like Latin ones. */
const ALIKE: Readonly<Record<string, string>> = {
  // Cyrillic
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Ӏ: 'I',
  Ԁ: 'D',
  Ԛ: 'Q',
  Ԝ: 'W',
  Ү: 'Y',
  Һ: 'H',
  // Greek
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  // Latin
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ħ: 'H',
  Ŧ: 'T',
  ı: 'i',
  ſ: 's',
};
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ';
const SIGNS = new Map([
  ...[...SMALL_CAPITALS].map((sign, i) => [sign, 'ABCDEFGHIJKLMNOPRSTUVWYZ'[i] ?? sign] as const),
  ...Object.entries(ALIKE).flatMap(([sign, letter]) => [
    [sign, letter] as const,
    [sign.toLowerCase(), letter.toLowerCase()] as const,
  ]),
]);
const FOREIGN = new RegExp(`[${[...SIGNS.keys()].join('')}]`, 'gu');

/**
 * A text as an eye reads it that knows Latin letters only: compatibility forms, accents, look-alikes of other scripts
 * and what cannot be seen are gone; lines and letter case stay. Words to compare with are folded in the same way.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(FOREIGN, (sign) => SIGNS.get(sign) ?? sign);
}
