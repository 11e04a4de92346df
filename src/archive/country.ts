/** Codes of the Council for its members where they differ from ISO 3166. */
const COUNCIL_CODES: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

const names = new Intl.DisplayNames('en', { type: 'region' });

const WITH_ARTICLE: ReadonlySet<string> = new Set(['NL', 'UK']);

/** `CZ` → `Czechia`, `EL` → `Greece`. */
export function countryName(code: string): string {
  return names.of(COUNCIL_CODES[code] ?? code) ?? code;
}

/** As it stands in a sentence: `Czechia`, `the Netherlands`. */
export function countryInText(code: string): string {
  return WITH_ARTICLE.has(code) ? `the ${countryName(code)}` : countryName(code);
}
