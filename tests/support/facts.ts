const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const DATE = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(${MONTHS.join('|')})(?:\s+(\d{4}))?\b|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`,
  'g',
);

/** As records have them. */
const ISO_DATE = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;

/** A date as its parts are known: `2022-12-16`, `1997-03`, `10-25` of a day without its year. */
function* datesIn(text: string): Iterable<string> {
  yield* text.match(ISO_DATE) ?? [];
  const two = (part: string | number) => String(part).padStart(2, '0');
  for (const [, day, name, year, d, m, y] of text.matchAll(DATE)) {
    if (y) yield `${y}-${two(m ?? '')}-${two(d ?? '')}`;
    else if (year || day) {
      const month = two(MONTHS.indexOf(name ?? '') + 1);
      yield [year, month, day && two(day)].filter(Boolean).join('-');
    }
  }
}

/** What a text states that a record of it must mention too: dates, numbers, acronyms and proper names. */
export interface Facts {
  readonly dates: ReadonlySet<string>;
  /** With what is glued to them: `11415/16`, `60`. */
  readonly numbers: ReadonlySet<string>;
  /** Acronyms, and words with a capital behind other words: that of a sentence's first word tells nothing. */
  readonly names: ReadonlySet<string>;
}

export function factsIn(text: string): Facts {
  const plain = text.replace(/<[^>]+>/g, ' ').replace(/[*_#|]/g, ' ');
  const withoutDates = plain.replace(DATE, ' ').replace(ISO_DATE, ' ');
  const names = new Set(withoutDates.match(/\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b/g));
  for (const [name] of withoutDates.matchAll(/(?<=[A-Za-z,;:)] {1,2})[A-Z][a-z]{2,}/g)) names.add(name);
  return {
    dates: new Set(datesIn(plain)),
    numbers: new Set(withoutDates.match(/\d+(?:[./]\d+)*/g)),
    names,
  };
}
