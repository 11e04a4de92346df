/** Codes of the Council for its members where they differ from ISO 3166. */
const COUNCIL_CODES: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

const names = new Intl.DisplayNames('en', { type: 'region' });

/** `CZ` → `Czechia`, `EL` → `Greece`. */
export function countryName(code: string): string {
  return names.of(COUNCIL_CODES[code] ?? code) ?? code;
}
